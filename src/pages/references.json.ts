import type { APIRoute } from 'astro';
import { getReferences } from '../features/citations/references.ts';

/** All works in CSL-JSON, as they stand in src/content/references.json. */
export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(await getReferences(), null, 1)}\n`, {
    headers: { 'Content-Type': 'application/vnd.citationstyles.csl+json; charset=utf-8' },
  });
