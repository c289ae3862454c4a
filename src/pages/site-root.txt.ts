import type { APIRoute } from 'astro';
import { site } from '../site/site.ts';

/** Marks the folder that the site stands in; src/build/links/client/not-found.ts looks for it. */
export const GET: APIRoute = () =>
  new Response(
    `${site.id}: this file marks the folder that the site stands in, so that its "not found" page can find the way home.\n`,
  );
