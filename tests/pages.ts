import { readdirSync } from 'node:fs';

/** Addresses of every page of the built site, such as "/faq/", in a fixed order. */
export function pages(): string[] {
  return readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
    .sort();
}
