import type { APIRoute } from 'astro';
import { formatRis } from '../lib/citation/ris.ts';
import { getReferences } from '../queries/references.ts';

/** All works, for a reference manager. */
export const GET: APIRoute = async () =>
  new Response((await getReferences()).map(formatRis).join(''), {
    headers: { 'Content-Type': 'application/x-research-info-systems; charset=utf-8' },
  });
