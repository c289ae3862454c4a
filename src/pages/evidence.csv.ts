import type { APIRoute } from 'astro';
import { formatYear } from '../features/citations/model/dates.ts';
import { stripTags } from '../features/citations/model/fields.ts';
import { formatCsv } from '../lib/text/format.ts';
import { getClaims } from '../features/findings/claims.ts';

/** The ledger of claims as a table for spreadsheets: one row for each claim and work. */
export const GET: APIRoute = async () => {
  const rows = (await getClaims()).flatMap((claim) =>
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
  return new Response(`\uFEFF${formatCsv(rows)}`, {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
};
