/** Root-relative address of a page: "faq" is at "/faq/", the home page ("") at "/". */
export function pagePath(slug: string): string {
  return slug === '' ? '/' : `/${slug}/`;
}

/** URL parameter with the words to highlight on a page that was found by search. */
export const foundParameter = 'found';

/** Maximum number of words or phrases in the parameter. */
export const maxFound = 8;

/** Path of a page's Markdown alternate in dist/, by slug; the home page's slug is empty. */
export function alternatePath(slug: string): string {
  return `${slug || 'index'}.md`;
}

/** Path of a page's social card in dist/, by slug; the home page's slug is empty. */
export function cardPath(slug: string): string {
  return `social/${slug || 'index'}.png`;
}

/** Size of a social card in pixels, as social networks recommend it. */
export const cardSize = { width: 1200, height: 630 };

/**
 * The site's address: SITE_URL, else what Netlify or Vercel sets. Without it, there are no canonical links,
 * no sitemap, and no absolute addresses in the feed.
 */
export function findSiteAddress(env: Record<string, string | undefined>): string | undefined {
  if (env['SITE_URL']) return env['SITE_URL'];
  if (env['NETLIFY'] && env['URL']) return env['URL'];
  const vercel = env['VERCEL_PROJECT_PRODUCTION_URL'];
  return vercel ? `https://${vercel}` : undefined;
}

/**
 * URL of the site's root, for scripts that load a file or make a link. `<html data-root>` of a built page
 * has its relative address; in the dev server it is "/". Undefined on a "not found" page until its script
 * has found the root.
 */
export function siteRoot({ baseURI, documentElement }: Document): URL | undefined {
  const root = documentElement.dataset['root'];
  return root === '?' ? undefined : new URL(root ?? '/', baseURI);
}

/** Maximum number of folders in which `findRoot` looks for the marker, each with a request. */
const maxDepth = 12;

/** The folders above an address's path, nearest first: "/a/b" has "/a/" and "/". */
export function foldersAbove(path: string): string[] {
  const names = path.split('/').slice(1, -1);
  return ['', ...names].map((_, at) => ['', ...names.slice(0, names.length - at), ''].join('/'));
}

/**
 * The nearest folder above `path` that is a site's root; undefined when none is. `isRoot` is called for
 * all folders at once, but at most for the outer twelve.
 */
export async function findRoot(
  path: string,
  isRoot: (folder: string) => Promise<boolean>,
): Promise<string | undefined> {
  const folders = foldersAbove(path).slice(-maxDepth);
  const found = await Promise.all(folders.map((folder) => isRoot(folder).catch(() => false)));
  return folders.find((_, index) => found[index]);
}
