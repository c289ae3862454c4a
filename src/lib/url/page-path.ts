/** Address of a page from the site's root: "faq" is at "/faq/", the home page ("") at "/". */
export function pagePath(slug: string): string {
  return slug === '' ? '/' : `/${slug}/`;
}

/** Name of the parameter in a page's address that carries the words to mark there, which a search found. */
export const foundParameter = 'found';

/** Most words or phrases that the parameter carries. */
export const mostFound = 8;

/** File of a page's Markdown alternate in dist/, by its slug; the home page's slug is empty. */
export function alternatePath(slug: string): string {
  return `${slug || 'index'}.md`;
}

/** File of a page's social card in dist/, by its slug; the home page's slug is empty. */
export function cardPath(slug: string): string {
  return `social/${slug || 'index'}.png`;
}

/** Size of a social card, as services ask for it, in pixels. */
export const cardSize = { width: 1200, height: 630 };

/**
 * The address the site is built for: what SITE_URL says, else what the host says that builds it.
 * Undefined where neither knows it: canonical links, the sitemap and the feed's full addresses need it.
 */
export function findSiteAddress(env: Record<string, string | undefined>): string | undefined {
  if (env['SITE_URL']) return env['SITE_URL'];
  if (env['NETLIFY'] && env['URL']) return env['URL'];
  const vercel = env['VERCEL_PROJECT_PRODUCTION_URL'];
  return vercel ? `https://${vercel}` : undefined;
}

/**
 * Address of the folder that the site is in, for scripts that load a file or make a link. Each
 * built page carries the way there in `<html data-root>`; without it (while editing) it is "/".
 * Undefined on a "not found" page that has not found its site yet.
 */
export function siteRoot({ baseURI, documentElement }: Document): URL | undefined {
  const root = documentElement.dataset['root'];
  return root === '?' ? undefined : new URL(root ?? '/', baseURI);
}

/** Deeper addresses than this are not searched: each folder asked is a request. */
const maxDepth = 12;

/** The folders above an address's path, nearest first: "/a/b" has "/a/" and "/". */
export function foldersAbove(path: string): string[] {
  const names = path.split('/').slice(1, -1);
  return ['', ...names].map((_, at) => ['', ...names.slice(0, names.length - at), ''].join('/'));
}

/**
 * The nearest folder above `path` that is a site's root, told by asking for a marker in each of them
 * at once; undefined when none has it. Of folders deeper than twelve only the outer twelve are asked.
 */
export async function findRoot(
  path: string,
  isRoot: (folder: string) => Promise<boolean>,
): Promise<string | undefined> {
  const folders = foldersAbove(path).slice(-maxDepth);
  const found = await Promise.all(folders.map((folder) => isRoot(folder).catch(() => false)));
  return folders.find((_, index) => found[index]);
}
