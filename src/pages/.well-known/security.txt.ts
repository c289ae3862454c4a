import type { APIRoute } from 'astro';
import { formatSecurityTxt } from '../../build/policy/security-txt.ts';
import { getPages } from '../../queries/pages.ts';

/** Contact for security reports (RFC 9116); it expires a year after the last change of the content. */
export const GET: APIRoute = async ({ site }) => {
  const updates = (await getPages()).map(({ entry }) => entry.data.updated.getTime());
  const expires = new Date(Math.max(...updates));
  expires.setUTCFullYear(expires.getUTCFullYear() + 1);
  const contact = process.env['SECURITY_CONTACT'];
  return new Response(formatSecurityTxt(contact, site, expires));
};
