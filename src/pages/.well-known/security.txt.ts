import type { APIRoute } from 'astro';
import { formatSecurityTxt } from '../../build/policy/security-txt.ts';
import { getPages } from '../../queries/pages.ts';

/** Who to tell of a weakness; it expires a year after the content last changed. */
export const GET: APIRoute = async ({ site }) => {
  const updates = (await getPages()).map(({ entry }) => entry.data.updated.getTime());
  const expires = new Date(Math.max(...updates));
  expires.setUTCFullYear(expires.getUTCFullYear() + 1);
  const contact = process.env['SECURITY_CONTACT'];
  return new Response(formatSecurityTxt({ contact, site, expires }));
};
