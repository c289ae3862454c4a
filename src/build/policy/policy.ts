/** What a page may load and run, apart from its own scripts and styles: the same on every page. */
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

/** Where scripts may come from; Pagefind compiles its search engine from WebAssembly. */
export const scriptSources = ["'self'", "'wasm-unsafe-eval'"] as const;

/** Where styles may come from. */
export const styleSources = ["'self'"] as const;

/** What only a server can say of a page, never a `<meta>`: no other site may put it into a frame. */
export const headerDirectives: Record<string, readonly string[]> = {
  'frame-ancestors': ["'none'"],
};

/** Hashes of what stands within one page, such as `'sha256-…'`. */
export interface InlineHashes {
  /** Of `<script>` elements. */
  scripts: readonly string[];
  /** Of `<style>` elements. */
  styles: readonly string[];
}

/** The Content Security Policy of one page, for its `<meta>`. */
export function formatPagePolicy({ scripts, styles }: InlineHashes): string {
  return formatDirectives({
    'default-src': ["'self'"],
    'script-src': [...scriptSources, ...scripts],
    'style-src': [...styleSources, ...styles],
    ...fixedDirectives,
  });
}

/**
 * The policy that a server sends with every file. It knows no page's hashes, so it leaves scripts
 * and styles (and `default-src`, which would stand for them) to the page: a browser obeys both.
 */
export function formatHeaderPolicy(): string {
  return formatDirectives({ ...fixedDirectives, ...headerDirectives });
}

function formatDirectives(directives: Record<string, readonly string[]>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** What the site never asks of a browser, so that no script that slipped in could ask it either. */
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

/** Headers a server should send with every file; the site is safe without them, and safer with. */
export const securityHeaders: Record<string, string> = {
  'Content-Security-Policy': formatHeaderPolicy(),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
