import { fileURLToPath } from 'node:url';
import { getRenderer } from '@astrojs/preact/container-renderer';
import type { AstroIntegration } from 'astro';

const options = 'astro:preact:opts';
const serverEntrypoint = fileURLToPath(new URL('./islands-server.ts', import.meta.url));

/**
 * Preact for islands, with the renderer of @astrojs/preact and without its integration, which sends every
 * file through Babel. Vite transforms JSX by itself, as tsconfig.json says; while a maintainer edits a
 * component, the page reloads.
 */
export function preactIslands(): AstroIntegration {
  return {
    name: '@astrojs/preact',
    hooks: {
      'astro:config:setup': ({ command, addRenderer, updateConfig }) => {
        addRenderer({ ...getRenderer(false), serverEntrypoint });
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'preact-options',
                resolveId: (id) => (id === options ? `\0${options}` : undefined),
                load: (id) => (id === `\0${options}` ? 'export default {};' : undefined),
              },
            ],
            // A build bundles them itself, and Vite would do it twice.
            ...(command === 'dev' && {
              optimizeDeps: {
                include: [
                  '@astrojs/preact/client.js',
                  '@astrojs/preact > @preact/signals',
                  'preact',
                  'preact/hooks',
                  'preact/jsx-dev-runtime',
                ],
              },
            }),
          },
        });
      },
    },
  };
}
