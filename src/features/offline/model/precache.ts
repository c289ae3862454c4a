/** The list of files of an offline copy, dist/offline/files.json. */
export interface Precache {
  /** Digest of each file by path from the root (see `digestLength`); of a page, without its mark. */
  files: Record<string, string>;
  /** The many small files of the search index in one archive, so that a first visit makes one request. */
  pack: {
    /** Its path from the site's root. */
    path: string;
    /** Path and length in bytes of each file, in the order of the archive. */
    entries: [path: string, bytes: number][];
  };
}

/** Bytes of SHA-256 that a digest has, written in hexadecimal: enough to distinguish any two files. */
export const digestLength = 12;

/** Whether a file is fetched in the pack. Scripts are not, since they need a media type. */
export function isPacked(path: string): boolean {
  return path.startsWith('pagefind/') && !/\.js(on)?$/.test(path);
}

/** Files that are excluded from the offline copy. */
const excluded = [
  /^(sw\.js|offline\/.*)$/, // the worker itself
  /^editions\//, // whole books, downloaded on demand
  /^(og|social)\//, // images for other sites
  /^(_headers|_redirects|web\.config|robots\.txt|llms.*\.txt|sitemap.*\.xml|feed\.xml)$/, // for servers, crawlers and feed readers
  /^(\.|.*\/\.)/, // dotfiles
  /\.(br|gz|map)$/, // compressed forms and source maps
  /\.(md|gift|qti|zip|apkg)$|\.anki\.txt$|^quiz\/.*\.xml$/, // downloads for other programs
  /^pagefind\/(pagefind-.*ui.*|pagefind-highlight.*|wasm\.unknown\.pagefind)$/, // not used
];

/** Whether a built file is part of the offline copy. */
export function isPrecached(path: string): boolean {
  return !excluded.some((pattern) => pattern.test(path));
}

/** Whether a file is a page, which a host may alter. */
export function isPage(path: string): boolean {
  return path.endsWith('.html');
}

/** Whether a file is fetched last, since reading does not need it: exports and icons. */
export function isOptional(path: string): boolean {
  return /^icons\/|^(?!(pagefind|quiz)\/).*\.(bib|ris|csv|json)$/.test(path);
}

/**
 * Returns the file for a path (without query, from the site's root), or the path to redirect to: "faq/" for
 * "faq", since links on a page are relative to it. Undefined when there is no such page or file.
 */
export function resolvePath(
  path: string,
  files: Record<string, string>,
): { file: string } | { redirect: string } | undefined {
  const has = (file: string) => Object.hasOwn(files, file);
  if (path === '' || path.endsWith('/')) {
    const file = `${path}index.html`;
    return has(file) ? { file } : undefined;
  }
  if (/(^|\/)index\.html$/.test(path) && has(path)) return { redirect: requestPath(path) };
  if (has(path)) return { file: path };
  const page = path.replace(/\.html$/, '');
  return has(`${page}/index.html`) ? { redirect: `${page}/` } : undefined;
}

/** The path to request of a server, so that it responds with the file itself and not with a redirect. */
export function requestPath(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1');
}

const marker = /<template data-page=["']?([0-9a-f]+)["']?>(<\/template>)?/;

/**
 * Adds a mark with the page's digest (computed without the mark) to its end. Hosts add scripts to pages or
 * rewrite parts of them, so a page is identified by this mark and not by its bytes; a response that
 * contains the mark is complete.
 */
export function markPage(html: string, digest: string): string {
  const mark = `<template data-page="${digest}"></template>`;
  const end = html.lastIndexOf('</body>');
  return end < 0 ? html + mark : html.slice(0, end) + mark + html.slice(end);
}

/** The digest in a page's mark; undefined without a mark. */
export function findPageMark(html: string): string | undefined {
  return marker.exec(html)?.[1];
}

/** Removes the mark of a page. */
export function unmarkPage(html: string): string {
  return html.replace(marker, '');
}

/** Message to a waiting service worker: the reader accepted the new version. */
export const activateMessage = 'sb:activate';

/** Message to the active service worker: a newer version exists and could not be installed. */
export const outdatedMessage = 'sb:behind';

/** Message to the active service worker: fetch the optional files. */
export const finishMessage = 'sb:finish';

/** The files of a pack by digest, without those beyond the end of a truncated pack. */
export function unpack({ pack, files }: Precache, bytes: ArrayBuffer) {
  const found = new Map<string | undefined, Uint8Array<ArrayBuffer>>();
  let start = 0;
  for (const [path, length] of pack.entries) {
    if (start + length > bytes.byteLength) break;
    found.set(files[path], new Uint8Array(bytes, start, length));
    start += length;
  }
  return found;
}
