import type { APIRoute } from 'astro';
import { readDrawing } from '../components/drawings.ts';
import { drawDefaultIcon } from '../site/facts.ts';
import { site } from '../site/site.ts';

/** The icon in a browser's tab. */
export const GET: APIRoute = () =>
  new Response(readDrawing('favicon') ?? readDrawing('icon') ?? drawDefaultIcon(site.colours), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
