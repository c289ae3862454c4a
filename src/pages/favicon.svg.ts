import type { APIRoute } from 'astro';
import favicon from '../content/drawings/favicon.svg?raw';

/** The icon in a browser's tab. */
export const GET: APIRoute = () =>
  new Response(favicon, { headers: { 'Content-Type': 'image/svg+xml' } });
