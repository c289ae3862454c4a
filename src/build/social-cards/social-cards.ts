import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { drawCard, readCard } from './card.ts';
import { cardPath } from '../../lib/url/page-path.ts';
import { makePngDrawer } from '../draw-png.ts';

/** Draws a card for every page, shown where its address is shared; drawing one takes some 40 ms. */
export function socialCards(): AstroIntegration {
  let cacheDir: URL;
  return {
    name: 'social-cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        cacheDir = config.cacheDir;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        const pages = files
          .map((file) => file.replaceAll('\\', '/'))
          .filter((file) => /(^|\/)index\.html$/.test(file));
        const drawPng = await makePngDrawer(cacheDir);
        // All at once would hold every picture in memory: 4 GB for 1,000 pages.
        const queue = pages.values();
        const drawNext = async () => {
          for (const page of queue) {
            const card = readCard(await readFile(join(root, page), 'utf8'));
            if (!card) throw new Error(`dist/${page} has no title to draw on its card.`);
            const path = join(root, cardPath(page.replace(/\/?index\.html$/, '')));
            await mkdir(dirname(path), { recursive: true });
            await writeFile(path, await drawPng(drawCard(card)));
          }
        };
        await Promise.all(Array.from({ length: availableParallelism() }, drawNext));
        logger.info(`Drew ${String(pages.length)} cards.`);
      },
    },
  };
}
