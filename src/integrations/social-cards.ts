import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import { drawCard } from '../lib/social/card.ts';
import { cardPath } from '../lib/social/card-path.ts';
import { readCard } from '../lib/social/read-card.ts';

const faces = ['young-serif-400', 'literata-400-italic'];

/**
 * Draws a card for every page, shown where its address is shared. A card drawn before with the same
 * content is taken from the cache: drawing one takes some 40 ms.
 */
export function socialCards(): AstroIntegration {
  let cache = '';
  return {
    name: 'social-cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = fileURLToPath(new URL('./social-cards/', config.cacheDir));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        const pages = files
          .map((file) => file.replaceAll('\\', '/'))
          .filter((file) => /(^|\/)index\.html$/.test(file));
        const fonts = await readFonts(cache);
        // All at once would hold every picture in memory: 4 GB for 1,000 pages.
        const queue = pages.values();
        const drawNext = async () => {
          for (const page of queue) {
            const card = readCard(await readFile(join(root, page), 'utf8'));
            if (!card) throw new Error(`dist/${page} has no title to draw on its card.`);
            const path = join(root, cardPath(page.replace(/\/?index\.html$/, '')));
            await mkdir(dirname(path), { recursive: true });
            await writeFile(path, await draw(drawCard(card), fonts, cache));
          }
        };
        await Promise.all(Array.from({ length: availableParallelism() }, drawNext));
        logger.info(`Drew ${String(pages.length)} cards.`);
      },
    },
  };
}

/** A drawn card, from the cache where the same one was drawn before. */
async function draw(svg: string, fontFiles: string[], cache: string): Promise<Buffer> {
  const name = createHash('sha256').update(svg).digest('hex');
  const path = join(cache, `${name}.png`);
  const known = await readFile(path).catch(() => undefined);
  if (known) return known;
  const image = await renderAsync(svg, { font: { loadSystemFonts: false, fontFiles } });
  const png = image.asPng();
  await writeFile(path, png);
  return png;
}

/** The drawing library reads no WOFF2, so the site's fonts are unpacked into the cache. */
async function readFonts(cache: string): Promise<string[]> {
  await mkdir(cache, { recursive: true });
  return Promise.all(
    faces.map(async (face) => {
      const path = join(cache, `${face}.ttf`);
      const packed = await readFile(new URL(`../assets/fonts/${face}.woff2`, import.meta.url));
      await writeFile(path, await subsetFont(packed, letters, { targetFormat: 'sfnt' }));
      return path;
    }),
  );
}

/** Every letter that the fonts may hold. */
const letters = String.fromCodePoint(
  ...range(0x20, 0x17f),
  ...range(0x2013, 0x2026),
  0x2032,
  0x2192,
);

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
