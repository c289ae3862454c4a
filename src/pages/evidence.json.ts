import type { APIRoute } from 'astro';
import { formatYear } from '../features/citations/model/dates.ts';
import { stripTags } from '../features/citations/model/fields.ts';
import { getClaims } from '../features/findings/claims.ts';

/** The ledger of claims for programs: a list of claims, each with its works and the places that show it. */
export const GET: APIRoute = async () => {
  const claims = (await getClaims()).map(({ places, works, ...claim }) => ({
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
  return new Response(`${JSON.stringify(claims, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
