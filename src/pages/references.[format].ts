import type { APIRoute, GetStaticPaths } from 'astro';
import { formatBibtex } from '../features/citations/export/bibtex.ts';
import { formatCoins } from '../features/citations/export/metadata.ts';
import { formatRis } from '../features/citations/export/ris.ts';
import { getReferences } from '../features/citations/references.ts';
import type { Reference } from '../content-model/schemas/reference.ts';

/** How all works are written in each format of reference managers. */
const formats = {
  bib: {
    type: 'application/x-bibtex',
    write: (works: Reference[]) => works.map(formatBibtex).join('\n'),
  },
  ris: {
    type: 'application/x-research-info-systems',
    write: (works: Reference[]) => works.map(formatRis).join(''),
  },
  /** CSL-JSON, as in src/content/references.json. */
  json: {
    type: 'application/vnd.citationstyles.csl+json',
    write: (works: Reference[]) => `${JSON.stringify(works, null, 1)}\n`,
  },
  /** COinS by the works' ids, which the list of all works puts into its page. */
  'coins.json': {
    type: 'application/json',
    write: (works: Reference[]) =>
      JSON.stringify(Object.fromEntries(works.map((work) => [work.id, formatCoins(work)]))),
  },
};

export const getStaticPaths: GetStaticPaths = () =>
  Object.keys(formats).map((format) => ({ params: { format } }));

/** All works, for a reference manager. */
export const GET: APIRoute = async ({ params }) => {
  const { type, write } = formats[params['format'] as keyof typeof formats];
  return new Response(write(await getReferences()), {
    headers: { 'Content-Type': `${type}; charset=utf-8` },
  });
};
