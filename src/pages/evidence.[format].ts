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
  const claims = await getClaims();
  return new Response(params['format'] === 'csv' ? formatTable(claims) : formatJson(claims));
};

/** One row for each claim and work. */
function formatTable(claims: LedgerClaim[]): string {
  const rows = claims.flatMap((claim) =>
    claim.works.map(({ reference, evidence }) => ({
      id: claim.id,
      certainty: claim.certainty,
      claim: claim.text,
      numbers: claim.numbers,
      why: claim.why,
      places: claim.places.map(({ href }) => href).join(' '),
      work: reference.id,
      work_kind: evidence.kind.join(', '),
      work_year: formatYear(reference),
      work_title: stripTags(reference.title),
      work_doi: reference.DOI ?? '',
      work_finding: evidence.finding,
    })),
  );
  // Excel on Windows takes a file without this mark for Windows-1252.
  return `\uFEFF${formatCsv(rows)}`;
}

/** A list of claims, each with its works and the places that show it. */
function formatJson(claims: LedgerClaim[]): string {
  const list = claims.map(({ places, works, ...claim }) => ({
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
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
}
