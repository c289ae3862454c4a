/**
 * Path, from the site's root and without a leading slash, of what an address in the file `from` leads
 * to; undefined where it leads out of the site or to a place on the same page.
 */
export function targetOf(from: string, url: string): string | undefined {
  if (/^([a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(url)) return undefined;
  return decodeURIComponent(new URL(url, `http://site/${from}`).pathname.slice(1));
}
