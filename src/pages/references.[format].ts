import type { APIRoute, GetStaticPaths } from 'astro';
import { formatBibtex, formatRis } from '../features/citations/export/records.ts';
import { formatCoins } from '../features/citations/export/metadata.ts';
import { getReferences } from '../features/citations/references.ts';
import type { Reference } from '../content-model/schemas/reference.ts';

/** Formatters of all works, by file extension. */
const formats: Record<string, (works: Reference[]) => string> = {
  bib: (works) => works.map(formatBibtex).join('\n'),
  ris: (works) => works.map(formatRis).join(''),
  // CSL-JSON, as in src/content/references.json.
  json: (works) => `${JSON.stringify(works, null, 1)}\n`,
  // COinS by id of the work, for a script on the page that lists all works.
  'coins.json': (works) =>
    JSON.stringify(Object.fromEntries(works.map((work) => [work.id, formatCoins(work)]))),
};

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(formats).map(([format, write]) => ({ params: { format }, props: { write } }));

/** All works, for reference managers. */
export const GET: APIRoute<{ write: (works: Reference[]) => string }> = async ({ props }) =>
  new Response(props.write(await getReferences()));
