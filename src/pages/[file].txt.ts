import type { APIRoute, GetStaticPaths } from 'astro';
import { site as guide } from '../site/site.ts';

/** Text of the file that marks the site's root; src/build/links/client/not-found.ts looks for it. */
const siteRoot = `${guide.id}: this file marks the folder of the site, so that its "not found" page can find the home page.\n`;

/** robots.txt exists only if the site's address is known, since it is only there to name the sitemap. */
export const getStaticPaths: GetStaticPaths = () =>
  [...(import.meta.env.SITE ? ['robots'] : []), 'site-root'].map((file) => ({ params: { file } }));

/** A robots.txt that allows everything and names the sitemap. */
const allowAll = (site: URL | undefined) =>
  `User-agent: *\nAllow: /\n\nSitemap: ${new URL('/sitemap-index.xml', site).href}\n`;

export const GET: APIRoute = ({ params, site }) =>
  new Response(params['file'] === 'robots' ? allowAll(site) : siteRoot);
