import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const ours = fileURLToPath(new URL('./layout/Page.astro', import.meta.url));

/**
 * Puts our page in place of Starlight's, which brings Starlight's style and script with it. Starlight
 * lets every part of a page be overridden in its configuration, but not the page itself; its routes,
 * route data and content schema stay.
 */
export function ownPage(): AstroIntegration {
  return {
    name: 'own-page',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'own-page',
                enforce: 'pre',
                resolveId: (source: string, importer?: string) =>
                  isStarlightPage(source, importer) ? ours : undefined,
              },
            ],
          },
        });
      },
    },
  };
}

function isStarlightPage(source: string, importer = ''): boolean {
  return (
    /(^|\/)Page\.astro$/.test(source) && /\/starlight\/dist\/(routes|components)\//.test(importer)
  );
}
