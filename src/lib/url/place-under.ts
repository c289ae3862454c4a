import { escapeRegExp } from '../text/escape-reg-exp.ts';

/**
 * Leads absolute addresses of the site's own files below the folder in its address. Astro's `site`
 * counts as a domain's root: of https://user.example/book/ it makes https://user.example/faq/.
 * Addresses that lead to no file (`has` is false) belong to other sites of the domain and stay.
 */
export function placeUnder(text: string, site: URL, has: (path: string) => boolean): string {
  const folder = site.pathname.replace(/\/?$/, '/');
  if (folder === '/' || !text.includes(site.origin)) return text;
  const pattern = new RegExp(
    `${escapeRegExp(site.origin)}(?![\\w.:-])(/[^\\s"'<>()\\[\\]\\\\&#?]*)?`,
    'g',
  );
  return text.replace(pattern, (all, path: string = '/') =>
    path.startsWith(folder) || !has(path) ? all : site.origin + folder + path.slice(1),
  );
}
