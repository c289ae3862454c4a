import type { APIRoute } from 'astro';
import { formatYear } from '../lib/citation/year.ts';
import { formatCsv } from '../lib/text/csv.ts';
import { getClaims } from '../queries/claims.ts';

/** The ledger of claims as a table for spreadsheets: one row for each claim and work. */
export const GET: APIRoute = async () => {
  const rows = (await getClaims()).flatMap((claim) =>
    claim.works.map(({ reference, evidence }) => ({
      id: claim.id,
      claim_kind: claim.kind,
      certainty: claim.certainty,
      claim: claim.text,
      why: claim.why,
      page: claim.page.entry.data.title,
      section: claim.section,
      place: claim.place,
      work: reference.id,
      work_kind: evidence.kind,
      work_year: formatYear(reference),
      work_title: reference.title,
      work_doi: reference.DOI ?? '',
      work_finding: evidence.finding,
    })),
  );
  return new Response(formatCsv(rows), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
