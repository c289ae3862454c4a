import { fileURLToPath } from 'node:url';
import { getRenderer } from '@astrojs/preact/container-renderer';
import type { AstroIntegration } from 'astro';

const options = 'astro:preact:opts';
const serverEntrypoint = fileURLToPath(new URL('./islands-server.ts', import.meta.url));

/**
 * Astro integration for Preact islands. It uses the renderer of @astrojs/preact without its own integration,
 * which runs Babel on every file: Vite transforms JSX as tsconfig.json says, and the development server
 * reloads the page instead of hot-swapping a changed component.
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
            // Only the development server needs dependencies bundled in advance.
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
