import type { APIRoute, GetStaticPaths } from 'astro';
import { formatRis } from '../../features/citations/export/ris.ts';
import { getPageReferences } from '../../features/citations/page-citations.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  [...(await getPageReferences())].map(([slug, { item }]) => ({
    params: { slug },
    props: { item },
  }));

/** One page of the site as a work, for a reference manager. */
export const GET: APIRoute = ({ props }) =>
  new Response(formatRis(props['item'] as Parameters<typeof formatRis>[0]), {
    headers: { 'Content-Type': 'application/x-research-info-systems; charset=utf-8' },
  });
