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
