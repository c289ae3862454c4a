/** The directives that are the same for every page; those for scripts and styles have hashes. */
const fixedDirectives: Record<string, readonly string[]> = {
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

/** Formats the Content Security Policy of one page, for its `<meta>`; hashes are such as `'sha256-…'`. */
export function formatPagePolicy(scripts: readonly string[], styles: readonly string[]): string {
  return formatDirectives({
    'default-src': ["'self'"],
    // Pagefind compiles WebAssembly.
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...scripts],
    'style-src': ["'self'", ...styles],
    ...fixedDirectives,
  });
}

/**
 * Formats the policy that a server sends with every file. It has no hashes of single pages, so it leaves scripts
 * and styles (and `default-src`, their fallback) to the page's policy; browsers apply both. That no other site
 * may embed a page in a frame works only in a header, not in a `<meta>`.
 */
export function formatHeaderPolicy(): string {
  return formatDirectives({ ...fixedDirectives, 'frame-ancestors': ["'none'"] });
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
