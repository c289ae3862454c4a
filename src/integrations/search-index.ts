import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Builds the Pagefind index over dist/. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index } = await createIndex({});
        if (!index) throw new Error('Pagefind did not start.');
        const { page_count } = await index.addDirectory({ path: fileURLToPath(dir) });
        await index.writeFiles({ outputPath: fileURLToPath(new URL('./pagefind/', dir)) });
        await close();
        logger.info(`Indexed ${String(page_count)} pages.`);
      },
    },
  };
}
