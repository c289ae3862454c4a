import type { APIRoute } from 'astro';
import { formatBibtex } from '../features/citations/export/bibtex.ts';
import { getReferences } from '../features/citations/references.ts';

/** All works, for a reference manager. */
export const GET: APIRoute = async () =>
  new Response((await getReferences()).map(formatBibtex).join('\n'), {
    headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  });
