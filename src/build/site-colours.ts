import type { Plugin } from 'vite';
import { site } from '../site/site.ts';

/**
 * Puts the guide's colours into a style sheet: `site(paper)` becomes the two of that name in
 * src/site/site.ts, for the light and the dark theme. @throws Error when there are none of a name.
 */
export function putColours(css: string): string {
  return css.replace(/\bsite\(([\w-]+)\)/g, (_, name: string) => {
    const pair = new Map(Object.entries(site.colours)).get(name);
    if (!pair) throw new Error(`src/site/site.ts has no colour "${name}".`);
    return `light-dark(${pair.join(', ')})`;
  });
}

/** Puts the guide's colours into the tokens of its pages. */
export function siteColours(): Plugin {
  return {
    name: 'site-colours',
    enforce: 'pre',
    transform: (code, id) =>
      /\/site\/styles\/tokens\.css(\?|$)/.test(id)
        ? { code: putColours(code), map: null }
        : undefined,
  };
}
