import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ours = fileURLToPath(new URL('./layout/Page.astro', import.meta.url));

/**
 * Puts our page in place of Starlight's, which brings Starlight's style and script with it. Starlight
 * lets every part of a page be overridden in its configuration, but not the page itself; its routes,
 * route data and content schema stay.
 */
export function ownPage(): Plugin {
  return {
    name: 'own-page',
    enforce: 'pre',
    resolveId: (source, importer = '') =>
      /(^|\/)Page\.astro$/.test(source) && /\/starlight\/dist\/(routes|components)\//.test(importer)
        ? ours
        : undefined,
  };
}
