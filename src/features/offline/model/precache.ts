/** What an installed copy of the site holds: dist/offline/files.json. */
export interface Precache {
  /** Digest of each file (see `digestLength`), or of a page without its mark, by path from the root. */
  files: Record<string, string>;
  /** The many small files of the search index in one, so that a first visit asks for it once. */
  pack: {
    /** Its path from the site's root. */
    path: string;
    /** Path and bytes of each file in it, in order. */
    entries: [path: string, bytes: number][];
  };
}

/** Bytes of SHA-256 that a digest keeps, in hexadecimal: enough to tell any two files apart. */
export const digestLength = 12;

/** Whether a file is fetched within the pack: data alone, since a script needs its own media type. */
export function isPacked(path: string): boolean {
  return path.startsWith('pagefind/') && !/\.js(on)?$/.test(path);
}

/** Files that are excluded from the offline copy. */
const leftOut = [
  /^(sw\.js|offline\/.*)$/, // the worker itself
  /^editions\//, // whole books, downloaded when wanted
  /^(og|social)\//, // pictures for other sites
  /^(_headers|_redirects|web\.config|robots\.txt|llms.*\.txt|sitemap.*\.xml|feed\.xml)$/, // for machines
  /^(\.|.*\/\.)/, // for machines
  /\.(br|gz|map)$/, // other forms of files that are there
  /\.(md|gift|qti|zip|apkg)$|\.anki\.txt$|^quiz\/.*\.xml$/, // downloads for other programs
  /^pagefind\/(pagefind-.*ui.*|pagefind-highlight.*|wasm\.unknown\.pagefind)$/, // not used
];

/** Whether a built file belongs to the copy that is kept for reading without a network. */
export function isPrecached(path: string): boolean {
  return !leftOut.some((pattern) => pattern.test(path));
}

/** Whether a file is a page, which a host may alter on its way. */
export function isPage(path: string): boolean {
  return path.endsWith('.html');
}

/** Whether a file can be fetched last, after all that reading needs: exports and icons. */
export function isForLater(path: string): boolean {
  return /^icons\/|^(?!(pagefind|quiz)\/).*\.(bib|ris|csv|json)$/.test(path);
}

/**
 * The file that answers a path (without query, from the site's root), or the path to go to instead:
 * "faq" leads to "faq/", since the links on a page are relative to it. Undefined when the site has
 * no such page or file.
 */
export function answerPath(
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

/** The path to ask a server for, so that it answers with the file itself and not with a redirect. */
export function requestPath(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1');
}

const marker = /<template data-page=["']?([0-9a-f]+)["']?>(<\/template>)?/;

/**
 * A built page with its digest (that of the page without it) at its end. Hosts add scripts to pages
 * or rewrite parts of them, so a page is known by this mark and not by its bytes; where the mark has
 * come, so has all that stands before it.
 */
export function markPage(html: string, digest: string): string {
  const mark = `<template data-page="${digest}"></template>`;
  const end = html.lastIndexOf('</body>');
  return end < 0 ? html + mark : html.slice(0, end) + mark + html.slice(end);
}

/** The digest that a page bears; undefined where it bears none. */
export function findPageMark(html: string): string | undefined {
  return marker.exec(html)?.[1];
}

/** A page as it was before it was marked. */
export function unmarkPage(html: string): string {
  return html.replace(marker, '');
}

/** What a page says to a waiting worker when its reader wants the new version. */
export const activateMessage = 'sb:activate';

/** What a page says to the active worker when a newer version exists and could not be kept. */
export const behindMessage = 'sb:behind';

/** What a page says to the active worker when it may load the rest of the copy. */
export const finishMessage = 'sb:finish';

/** The files of a pack by their digests; those that it is too short for are left out. */
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
