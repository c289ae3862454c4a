import type { Plugin } from 'vite';
import { site } from '../site/site.ts';

/**
 * Replaces `site(paper)` in a style sheet with `light-dark()` of the two colours of that name in
 * src/content/site.yaml. @throws Error when there is no colour of a name.
 */
export function putColours(css: string): string {
  return css.replace(/\bsite\(([\w-]+)\)/g, (_, name: string) => {
    const pair = new Map(Object.entries(site.colours)).get(name);
    if (!pair) throw new Error(`src/content/site.yaml has no colour "${name}".`);
    return `light-dark(${pair.join(', ')})`;
  });
}

/** Vite plugin: inserts the guide's colours into the style sheet of design tokens. */
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
