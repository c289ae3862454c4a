import type { APIRoute } from 'astro';
import { formatRis } from '../features/citations/export/ris.ts';
import { getReferences } from '../features/citations/references.ts';

/** All works, for a reference manager. */
export const GET: APIRoute = async () =>
  new Response((await getReferences()).map(formatRis).join(''), {
    headers: { 'Content-Type': 'application/x-research-info-systems; charset=utf-8' },
  });
