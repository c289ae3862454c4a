import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs';
import { rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../../src/cli/browser.ts';
import { copySite, runBuild } from '../build/site.ts';
import { median } from './median.ts';
import { openDialog, searchInDialog } from './search/ours.ts';
import { serve } from './serve.ts';
import { syntheticPages, syntheticQueries, syntheticSidebar } from './synthetic.ts';

/**
 * Prints what builds of growing size cost, ours beside a default Starlight of the same pages:
 * `npm run bench:build`, or with counts of made-up pages: `npm run bench:build 12 100`. Processor
 * time is that of Astro's own process, and steadier than seconds where other work runs beside. The last
 * column is what a reader waits for after the last key of a query.
 */
const counts = process.argv.slice(2).map(Number);
const report = new URL('./report-cost.mjs', import.meta.url).href;

const heads = [
  'pages',
  'site',
  'seconds',
  'processor',
  'memory',
  'page',
  'output',
  'portable links',
  'editions',
  'search',
  'keystroke',
];
const widths = [6, 9, 8, 9, 8, 9, 9, 16, 9, 9, 9];
row(heads);
for (const count of counts.length > 0 ? counts : [12, 100, 1000, 3000]) {
  await measure('ours', makeOurs(count));
  await measure('Starlight', makeStarlight(count));
}

/** Our site with its own pages as outlines, and the made-up ones in one part after them. */
function makeOurs(count: number): string {
  const docs = Object.entries(syntheticPages(count, 'part: this-site'));
  const { dir } = copySite({
    content: 'outline',
    files: Object.fromEntries(docs.map(([name, text]) => [`src/content/docs/${name}`, text])),
  });
  return dir;
}

/** A new Starlight with the same pages, as its own template makes it. */
function makeStarlight(count: number): string {
  const dir = mkdtempSync(resolve('.cache/sites/starlight-'));
  const { dir: ours } = copySite({ content: 'outline' });
  mkdirSync(join(dir, 'src/content'), { recursive: true });
  cpSync(join(ours, 'src/content/docs'), join(dir, 'src/content/docs'), { recursive: true });
  symlinkSync(realpathSync('node_modules'), join(dir, 'node_modules'), 'junction');
  rmSync(ours, { recursive: true });
  for (const [name, text] of Object.entries(syntheticPages(count))) {
    writeFileSync(join(dir, 'src/content/docs', name), text);
  }
  writeFileSync(
    join(dir, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
  );
  writeFileSync(
    join(dir, 'astro.config.mjs'),
    `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({ site: 'https://site.example', cacheDir: './.cache', integrations: [
  starlight({ title: 'Starlight', disable404Route: true, sidebar: ${JSON.stringify(syntheticSidebar(count))} }) ] });`,
  );
  // Astro bundles what the project depends on; the rest Node would have to load, and cannot.
  const dependencies = { astro: '*', '@astrojs/starlight': '*' };
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ type: 'module', dependencies }));
  return dir;
}

async function measure(name: string, dir: string): Promise<void> {
  const start = performance.now();
  const { ok, output } = await runBuild(dir, { NODE_OPTIONS: `--import ${report}` });
  const seconds = (performance.now() - start) / 1000;
  if (!ok) throw new Error(`The build of ${dir} failed:\n${output.slice(-3000)}`);
  const files = readdirSync(join(dir, 'dist'), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  );
  const bytes = files.reduce(
    (sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size,
    0,
  );
  const page = statSync(join(dir, 'dist/page-0/index.html')).size;
  const milliseconds = Number(/relative in (\d+) ms/.exec(output)?.[1]);
  const share = `${(milliseconds / 1000).toFixed(2)} s, ${(milliseconds / 10 / seconds).toFixed(1)} %`;
  const [, kilobytes, processor] = /cost: (\d+) KB, (\d+) ms/.exec(output) ?? [];
  const search = /Indexed .* in (\d+) ms/.exec(output)?.[1];
  const edition = /and the book in (\d+) ms/.exec(output)?.[1];
  row([
    String(files.filter((file) => file.name.endsWith('.html')).length),
    name,
    seconds.toFixed(1),
    `${(Number(processor) / 1000).toFixed(1)} s`,
    `${String(Math.round(Number(kilobytes) / 1000))} MB`,
    `${(page / 1000).toFixed(1)} KB`,
    `${(bytes / 1_000_000).toFixed(1)} MB`,
    name === 'ours' ? share : '',
    edition ? `${(Number(edition) / 1000).toFixed(2)} s` : '',
    search ? `${(Number(search) / 1000).toFixed(2)} s` : '',
    name === 'ours' ? `${String(Math.round(await timeSearch(join(dir, 'dist'))))} ms` : '',
  ]);
  rmSync(dir, { recursive: true, force: true });
}

/** From the last key of a query to its results, the pause for typing included: median in ms. */
async function timeSearch(dist: string): Promise<number> {
  const server = await serve({ '/': dist }, 'br');
  const browser = await chromium.launch(chromiumOptions());
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(`${server.origin}/page-0/`);
  await openDialog(page);
  const times: number[] = [];
  for (const query of syntheticQueries()) times.push((await searchInDialog(page, query)).time);
  await browser.close();
  server.close();
  return median(times);
}

function row(cells: string[]): void {
  console.log(cells.map((cell, index) => cell.padStart(widths[index] ?? 0)).join('  '));
}
