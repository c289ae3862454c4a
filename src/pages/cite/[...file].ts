import type { APIRoute, GetStaticPaths } from 'astro';
import { formatBibtex, formatRis } from '../../features/citations/export/records.ts';
import { getPageReferences } from '../../features/citations/references.ts';

/** Formatters of a page as a bibliographic record, by file extension. */
const formats = { bib: formatBibtex, ris: formatRis };

export const getStaticPaths: GetStaticPaths = async () =>
  [...(await getPageReferences())].flatMap(([slug, { item }]) =>
    Object.entries(formats).map(([extension, format]) => ({
      params: { file: `${slug}.${extension}` },
      props: { text: format(item) },
    })),
  );

/** The bibliographic record of one page of the site, for reference managers. */
export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
