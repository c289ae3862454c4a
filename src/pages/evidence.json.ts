import type { APIRoute } from 'astro';
import { formatYear } from '../lib/citation/year.ts';
import { getClaims } from '../queries/claims.ts';

/** The ledger of claims for programs: a list of claims, each with its works. */
export const GET: APIRoute = async () => {
  const claims = (await getClaims()).map(({ page, works, ...claim }) => ({
    ...claim,
    page: { slug: page.slug, title: page.entry.data.title },
    works: works.map(({ reference, evidence }) => ({
      id: reference.id,
      kind: evidence.kind,
      year: formatYear(reference),
      title: reference.title,
      doi: reference.DOI,
      finding: evidence.finding,
    })),
  }));
  return new Response(`${JSON.stringify(claims, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
