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
