import { digestLength } from '../lib/offline/precache.ts';

/** The digest of a file's bytes, as the build writes it. */
export async function digestOf(body: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return [...hash.subarray(0, digestLength)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
