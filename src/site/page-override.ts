import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const pageComponent = fileURLToPath(new URL('./layout/Page.astro', import.meta.url));

/**
 * Vite plugin that replaces Starlight's Page.astro, which loads Starlight's styles and scripts, by ours.
 * Starlight's `components` option can override every part of a page, but not the page itself. Its routes,
 * route data and content schema stay in use.
 */
export function pageOverride(): Plugin {
  return {
    name: 'page-override',
    enforce: 'pre',
    resolveId: (source, importer = '') =>
      /(^|\/)Page\.astro$/.test(source) && /\/starlight\/dist\/(routes|components)\//.test(importer)
        ? pageComponent
        : undefined,
  };
}
