/** Address of a page from the site's root: "faq" is at "/faq/", the home page ("") at "/". */
export function pagePath(slug: string): string {
  return slug === '' ? '/' : `/${slug}/`;
}

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
