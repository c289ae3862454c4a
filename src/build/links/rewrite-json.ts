import type { Link } from './linker.ts';

/**
 * A JSON string that is an address from the root, or an attribute with one in HTML within a string.
 * A lone "/" may be any text, so it counts only after a key that says it is an address.
 */
const pattern = /((?:href|url|link|src)\\?"\s*:\s*(?:\[\d+,)?)?(\\?")(\/[^"\\\s<>]*)\2/gi;

/** Rewrites JSON strings that begin with "/"; `link` must leave alone what is no address. */
export function rewriteJson(json: string, link: Link): string {
  return json.replace(pattern, (all, key: string | undefined, quote: string, url: string) =>
    url === '/' && !key ? all : (key ?? '') + quote + link(url) + quote,
  );
}
