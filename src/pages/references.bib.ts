import type { APIRoute } from 'astro';
import { formatBibtex } from '../lib/citation/bibtex.ts';
import { getReferences } from '../queries/references.ts';

/** All works, for a reference manager. */
export const GET: APIRoute = async () =>
  new Response((await getReferences()).map(formatBibtex).join('\n'), {
    headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  });
