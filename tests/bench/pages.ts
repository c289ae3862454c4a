import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../../src/cli/browser.ts';
import { pages } from '../pages.ts';
import { buildDefaultStarlight } from './default-starlight.ts';
import { audit, slowdownFor, usualSlowdown } from './lighthouse.ts';
import { serveSite } from '../server.ts';
import { type Weight, weigh } from './weight.ts';

/**
 * Prints what pages load before any interaction, compared with the same text in a default Starlight site: bytes
 * of style and script (brotli 11), fonts, layout shift on a slow connection, and Lighthouse's scores for a
 * mobile visitor (median of three: performance, accessibility, best practices, SEO) with total blocking time
 * and the machine's benchmark index. If performance is below 100 on a machine too slow for Lighthouse's default
 * slowdown of 4, it runs again with a slowdown for that machine. Needs dist/. Takes slugs of pages, or `all`:
 * `npm run bench:pages -- faq quiz`.
 */

const slugs = process.argv.slice(2);
const measured = slugs.includes('all')
  ? pages().map((path) => path.slice(1).replace(/\/$/, ''))
  : slugs.length > 0
    ? slugs
    : [
        '',
        'secure-attachment',
        'attunement',
        'mis-attunement',
        'attachment-styles',
        'faq',
        'glossary',
        'references',
        'quiz',
      ];

const sites = { ours: 'dist', default: await buildDefaultStarlight() };
const browser = await chromium.launch(chromiumOptions());
const rows: Record<string, Record<string, string>> = {};

for (const [name, dir] of Object.entries(sites)) {
  const server = await serveSite(dir, { encoding: 'br' });
  for (const slug of measured) {
    const isFile = slug.endsWith('.html');
    const path = slug === '' || isFile ? slug : `${slug}/`;
    if (!existsSync(`${dir}/${path}${isFile ? '' : 'index.html'}`)) continue;
    const row = (rows[`/${path}`] ??= {});
    const url = `${server.url}${path}`;
    Object.assign(row, cells(name, await weigh(browser, url)));
    const usual = await audit(url);
    row[`${name}: Lighthouse`] = usual.scores.join(' ');
    row[`${name}: blocking ms`] = String(Math.round(usual.blocking));
    row[`${name}: machine`] = String(Math.round(usual.speed));
    console.error(`${name} /${path}: ${usual.scores.join(' ')}`);
    const slowdown = slowdownFor(usual.speed);
    if (usual.scores[0] === 100 || slowdown === usualSlowdown) continue;
    const { scores } = await audit(url, slowdown);
    row[`${name}: calibrated`] = `${String(scores[0])} at ${slowdown.toFixed(1)}`;
  }
  await server.close();
}
await browser.close();
console.table(rows);

function cells(name: string, { css, js, fonts, shift }: Weight): Record<string, string> {
  const kb = (bytes: number) => (bytes / 1000).toFixed(1);
  return {
    [`${name}: CSS kB`]: kb(css),
    [`${name}: JS kB`]: kb(js),
    [`${name}: sum`]: kb(css + js),
    [`${name}: fonts kB`]: kb(fonts),
    [`${name}: shift`]: shift.toFixed(4),
  };
}
