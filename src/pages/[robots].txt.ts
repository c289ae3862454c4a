import type { APIRoute, GetStaticPaths } from 'astro';

/** robots.txt exists only where the site knows its address: its one use is to name the sitemap. */
export const getStaticPaths: GetStaticPaths = () =>
  import.meta.env.SITE ? [{ params: { robots: 'robots' } }] : [];

/** Lets everyone read everything, and says where the sitemap is. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL('/sitemap-index.xml', site).href}\n`);
