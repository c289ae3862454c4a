import type { APIRoute, GetStaticPaths } from 'astro';
import { formatBibtex } from '../../features/citations/export/bibtex.ts';
import { formatRis } from '../../features/citations/export/ris.ts';
import { getPageReferences } from '../../features/citations/page-citations.ts';

/** How a page is written as a work, by the end of the file's name. */
const formats = { bib: formatBibtex, ris: formatRis };

export const getStaticPaths: GetStaticPaths = async () =>
  [...(await getPageReferences())].flatMap(([slug, { item }]) =>
    Object.entries(formats).map(([end, write]) => ({
      params: { file: `${slug}.${end}` },
      props: { text: write(item) },
    })),
  );

/** One page of the site as a work, for a reference manager. */
export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
