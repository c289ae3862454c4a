import type { APIRoute, GetStaticPaths } from 'astro';
import { formatBibtex } from '../../features/citations/export/bibtex.ts';
import { getPageReferences } from '../../features/citations/page-citations.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  [...(await getPageReferences())].map(([slug, { item }]) => ({
    params: { slug },
    props: { item },
  }));

/** One page of the site as a work, for a reference manager. */
export const GET: APIRoute = ({ props }) =>
  new Response(formatBibtex(props['item'] as Parameters<typeof formatBibtex>[0]), {
    headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  });
