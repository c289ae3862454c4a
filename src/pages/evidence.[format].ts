import type { APIRoute, GetStaticPaths } from 'astro';
import { formatYear } from '../features/citations/model/dates.ts';
import { stripTags } from '../features/citations/model/fields.ts';
import { getClaims, type LedgerClaim } from '../features/findings/claims.ts';
import { formatCsv } from '../lib/text/format.ts';
import { site } from '../site/site.ts';

/** A guide without findings has no ledger. */
export const getStaticPaths: GetStaticPaths = () =>
  ['csv', 'json'].filter(() => site.features.findings).map((format) => ({ params: { format } }));

/** The ledger of claims: a table for spreadsheets, or JSON for programs. */
export const GET: APIRoute = async ({ params }) => {
  const claims = (await getClaims()).map(describeClaim);
  return new Response(
    params['format'] === 'csv' ? formatTable(claims) : `${JSON.stringify(claims, null, 2)}\n`,
  );
};

/** A claim in the form of the JSON file, with its works and the places that show it. */
function describeClaim({ places, works, ...claim }: LedgerClaim) {
  return {
    ...claim,
    places: places.map(({ page, section, href, isCorrection }) => ({
      page: page.slug,
      title: page.entry.data.title,
      section,
      href,
      isCorrection,
    })),
    works: works.map(({ reference, evidence }) => ({
      id: reference.id,
      kinds: evidence.kind,
      year: formatYear(reference),
      title: stripTags(reference.title),
      doi: reference.DOI,
      finding: evidence.finding,
    })),
  };
}

/** One row for each claim and work. */
function formatTable(claims: ReturnType<typeof describeClaim>[]): string {
  const rows = claims.flatMap(({ id, certainty, text, numbers, why, places, works }) =>
    works.map((work) => ({
      ...{ id, certainty, claim: text, numbers, why },
      places: places.map(({ href }) => href).join(' '),
      work: work.id,
      work_kind: work.kinds.join(', '),
      work_year: work.year,
      work_title: work.title,
      work_doi: work.doi ?? '',
      work_finding: work.finding,
    })),
  );
  // Without a BOM, Excel on Windows reads a file as Windows-1252.
  return `\uFEFF${formatCsv(rows)}`;
}
