import type { APIRoute, GetStaticPaths } from 'astro';
import { formatBibtex } from '../../features/citations/export/bibtex.ts';
import { formatRis } from '../../features/citations/export/ris.ts';
import { getPageReferences } from '../../features/citations/page-citations.ts';

type Item = Parameters<typeof formatRis>[0];

/** How a page is written as a work, by the end of the file's name. */
const formats = {
  bib: { type: 'application/x-bibtex', write: formatBibtex },
  ris: { type: 'application/x-research-info-systems', write: formatRis },
};

export const getStaticPaths: GetStaticPaths = async () =>
  [...(await getPageReferences())].flatMap(([slug, { item }]) =>
    Object.entries(formats).map(([end, format]) => ({
      params: { file: `${slug}.${end}` },
      props: { item, format },
    })),
  );

/** One page of the site as a work, for a reference manager. */
export const GET: APIRoute<{ item: Item; format: (typeof formats)['bib'] }> = ({ props }) =>
  new Response(props.format.write(props.item), {
    headers: { 'Content-Type': `${props.format.type}; charset=utf-8` },
  });
