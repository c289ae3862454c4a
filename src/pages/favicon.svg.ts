import type { APIRoute } from 'astro';
import { readDrawing } from '../components/drawings.ts';
import { plainIcon } from '../site/plain-icon.ts';

/** The icon in a browser's tab. */
export const GET: APIRoute = () =>
  new Response(readDrawing('favicon') ?? readDrawing('icon') ?? plainIcon, {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
