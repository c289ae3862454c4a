/** The directives that are the same for every page; those for scripts and styles have hashes. */
export const fixedDirectives: Record<string, readonly string[]> = {
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'media-src': ["'self'"],
  'frame-src': ["'none'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
};

/** Allowed sources of scripts; Pagefind compiles WebAssembly. */
export const scriptSources = ["'self'", "'wasm-unsafe-eval'"] as const;

/** Allowed sources of styles. */
export const styleSources = ["'self'"] as const;

/** Directives that work only in a header, not in a `<meta>`: no other site may embed a page in a frame. */
export const headerDirectives: Record<string, readonly string[]> = {
  'frame-ancestors': ["'none'"],
};

/** Hashes of one page's inline code, such as `'sha256-…'`. */
export interface InlineHashes {
  /** Of `<script>` elements. */
  scripts: readonly string[];
  /** Of `<style>` elements. */
  styles: readonly string[];
}

/** Formats the Content Security Policy of one page, for its `<meta>`. */
export function formatPagePolicy({ scripts, styles }: InlineHashes): string {
  return formatDirectives({
    'default-src': ["'self'"],
    'script-src': [...scriptSources, ...scripts],
    'style-src': [...styleSources, ...styles],
    ...fixedDirectives,
  });
}

/**
 * Formats the policy that a server sends with every file. It has no hashes of single pages, so it leaves scripts
 * and styles (and `default-src`, their fallback) to the page's policy; browsers apply both.
 */
export function formatHeaderPolicy(): string {
  return formatDirectives({ ...fixedDirectives, ...headerDirectives });
}

function formatDirectives(directives: Record<string, readonly string[]>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Browser features that the site does not use; refused so that an injected script cannot use them either. */
const refusedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];

/** Recommended headers for every file; they protect beyond what the pages' own policies can. */
export const securityHeaders: Record<string, string> = {
  'Content-Security-Policy': formatHeaderPolicy(),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
