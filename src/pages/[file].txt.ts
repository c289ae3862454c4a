import type { APIRoute, GetStaticPaths } from 'astro';
import { site as guide } from '../site/site.ts';

/** Marks the folder that the site is in; src/build/links/client/not-found.ts looks for it. */
const siteRoot = `${guide.id}: this file marks the folder that the site stands in, so that its "not found" page can find the way home.\n`;

/** robots.txt exists only where the site knows its address: its one use is to name the sitemap. */
export const getStaticPaths: GetStaticPaths = () =>
  [...(import.meta.env.SITE ? ['robots'] : []), 'site-root'].map((file) => ({ params: { file } }));

/** Lets everyone read everything, and says where the sitemap is. */
const allowAll = (site: URL | undefined) =>
  `User-agent: *\nAllow: /\n\nSitemap: ${new URL('/sitemap-index.xml', site).href}\n`;

export const GET: APIRoute = ({ params, site }) =>
  new Response(params['file'] === 'robots' ? allowAll(site) : siteRoot);
