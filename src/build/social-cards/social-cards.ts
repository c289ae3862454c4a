import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { cardPath } from '../../lib/url/page-path.ts';
import { makePngDrawer } from '../draw-png.ts';
import type { BuildStep } from '../run-steps.ts';
import { drawCard, readCard } from './card.ts';

/** Draws a card for every page, shown where its address is shared; drawing one takes some 40 ms. */
export const socialCards: BuildStep = {
  name: 'social-cards',
  run: async ({ site, content, cacheDir }) => {
    const pages = site.pages.filter((path) => /(^|\/)index\.html$/.test(path));
    const drawPng = await makePngDrawer(cacheDir);
    const svg = await readFile(`${content}/drawings/mark.svg`, 'utf8').catch(() => '');
    const mark = svg.replace(/<\/?svg[^>]*>/g, '').trim();
    // All at once would hold every picture in memory: 4 GB for 1,000 pages.
    const queue = pages.values();
    const drawNext = async () => {
      for (const page of queue) {
        const card = readCard(site.readText(page));
        if (!card) throw new Error(`dist/${page} has no title to draw on its card.`);
        const path = cardPath(page.replace(/\/?index\.html$/, ''));
        site.write(path, await drawPng(drawCard(card, mark)));
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, drawNext));
    return `Drew ${String(pages.length)} cards`;
  },
};
