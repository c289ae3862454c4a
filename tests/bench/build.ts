import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumOptions, installChromium } from '../../src/cli/browser.ts';
import { copySite, runBuild } from '../build/site.ts';
import { makeDefaultStarlight } from './default-starlight.ts';
import { median } from './median.ts';
import { openDialog, searchInDialog } from './search/ours.ts';
import { serveSite } from '../server.ts';
import { syntheticPages, syntheticParts, syntheticQueries, syntheticSidebar } from './synthetic.ts';

/**
 * Prints the time and memory of builds, of this site and of a default Starlight site with the same pages: the
 * real site with a cold cache and a warm one (nothing or one page changed), with each step's time, and sites of
 * synthetic pages. `npm run bench:build` builds 1,000 of those; `npm run bench:build 100 3000` other numbers; `0`
 * none. CPU time includes Astro and, on Linux, its child processes, such as Starlight's search indexer. On a
 * busy machine it varies less than wall-clock time.
 */
const counts = process.argv.slice(2).map(Number);
const report = new URL('./report-cost.mjs', import.meta.url).href;

/** The cost of a build. */
interface Cost {
  /** Wall-clock time in seconds. */
  wall: number;
  /** CPU time in seconds. */
  cpu: number;
  /** Peak memory in MB. */
  memory: number;
  /** Wall-clock and CPU time, in seconds, of each step that logs them. */
  steps: Map<string, { wall: number; cpu: number }>;
}

const sizes = (counts.length > 0 ? counts : [1000]).filter((count) => count > 0);
// Search is timed last but set up first, so that a missing requirement fails early.
if (sizes.length > 0) installChromium();
await measureReal();
for (const count of sizes) await measureMany(count);

async function measureReal(): Promise<void> {
  const ours = copySite();
  const cold = await build(ours.dir);
  const warm = await build(ours.dir);
  appendFileSync(join(ours.dir, 'src/content/docs/faq.mdx'), '\nOne sentence more.\n');
  const edited = await build(ours.dir);
  const starlight = makeDefaultStarlight(ours.dist());
  const coldTheirs = await build(starlight);
  const theirs = await build(starlight);
  appendFileSync(join(starlight, 'src/content/docs/faq.md'), '\nOne sentence more.\n');
  const editedTheirs = await build(starlight);
  console.log(
    `\nThe real site, ${String(pagesOf(ours.dir))} pages; default Starlight has the text of each, ${String(pagesOf(starlight))} pages:`,
  );
  printCosts([
    ['cold, no cache', cold, coldTheirs],
    ['warm, nothing changed', warm, theirs],
    ['warm, one page edited', edited, editedTheirs],
    ['warm, without editions', without(warm, ['book', 'folder']), theirs],
    ['default Starlight, cold', coldTheirs, coldTheirs],
    ['default Starlight, warm', theirs, theirs],
    ['default Starlight, edited', editedTheirs, editedTheirs],
  ]);
  console.log(
    '\nSeconds of processor (and by the clock) of each step: cold, warm, one page edited:',
  );
  for (const name of cold.steps.keys()) {
    const cells = [cold, warm, edited].map(({ steps }) => {
      const { wall, cpu } = steps.get(name) ?? { wall: 0, cpu: 0 };
      return `${cpu.toFixed(2)} (${wall.toFixed(2)})`;
    });
    console.log(`${name.padEnd(26)}${cells.map((cell) => cell.padStart(16)).join('')}`);
  }
  ours.remove();
  rmSync(starlight, { recursive: true, force: true });
}

async function measureMany(count: number): Promise<void> {
  const ours = makeOurs(count);
  const cost = await build(ours);
  const starlight = makeStarlight(count);
  const theirs = await build(starlight);
  console.log(`\n${String(count)} made-up pages beside outlines of our own, cold:`);
  printCosts([
    ['ours', cost, theirs],
    ['ours, without editions', without(cost, ['book', 'folder']), theirs],
    ['default Starlight', theirs, theirs],
  ]);
  for (const [name, { wall, cpu }] of cost.steps)
    console.log(`${name.padEnd(26)}${`${cpu.toFixed(2)} (${wall.toFixed(2)})`.padStart(16)}`);
  const output = sizeOf(join(ours, 'dist'));
  const page = statSync(join(ours, 'dist/page-0/index.html')).size;
  const keystroke = await timeSearch(join(ours, 'dist'));
  console.log(
    `A page has ${(page / 1000).toFixed(1)} KB, the site ${(output / 1e6).toFixed(1)} MB; from the last key to results ${keystroke.toFixed(0)} ms.`,
  );
  for (const dir of [ours, starlight]) rmSync(dir, { recursive: true, force: true });
}

function printCosts(rows: [name: string, cost: Cost, beside: Cost][]): void {
  console.log(
    `${''.padEnd(26)}${'CPU s'.padStart(8)}${'× Starlight'.padStart(13)}${'clock s'.padStart(9)}${'MB'.padStart(7)}`,
  );
  for (const [name, { cpu, wall, memory }, beside] of rows)
    console.log(
      name.padEnd(26) +
        cpu.toFixed(1).padStart(8) +
        (cpu / beside.cpu).toFixed(2).padStart(13) +
        wall.toFixed(1).padStart(9) +
        memory.toFixed(0).padStart(7),
    );
}

async function build(dir: string): Promise<Cost> {
  const start = performance.now();
  const { ok, output } = await runBuild(dir, { NODE_OPTIONS: `--import ${report}` });
  const wall = (performance.now() - start) / 1000;
  if (!ok) throw new Error(`The build of ${dir} failed:\n${output.slice(-3000)}`);
  const [, kilobytes, milliseconds] = /cost: (\d+) KB, (\d+) ms/.exec(output) ?? [];
  const steps = new Map(
    [...output.matchAll(/\[([\w-]+)\] .*; ([\d.]+) s, CPU ([\d.]+) s\./g)].map(
      ([, name = '', clock, cpu]) => [name, { wall: Number(clock), cpu: Number(cpu) }],
    ),
  );
  return { wall, cpu: Number(milliseconds) / 1000, memory: Number(kilobytes) / 1000, steps };
}

/** Subtracts some steps from the cost of a build. */
function without(cost: Cost, steps: string[]): Cost {
  const of = (field: 'wall' | 'cpu') =>
    steps.reduce((sum, step) => sum + (cost.steps.get(step)?.[field] ?? 0), 0);
  return { ...cost, wall: cost.wall - of('wall'), cpu: cost.cpu - of('cpu') };
}

/** This site with its own pages as outlines, preceded by synthetic pages in parts of ten. */
function makeOurs(count: number): string {
  const docs = Object.entries(syntheticPages(count, true));
  const parts = syntheticParts(count).map(
    (id) => `  - { id: '${id}', label: 'Part ${id}', emblem: 'compass', isAside: false }\n`,
  );
  const { dir } = copySite({
    content: 'outline',
    files: {
      'src/content/site.yaml': readFileSync('src/content/site.yaml', 'utf8').replace(
        'parts:\n',
        `parts:\n${parts.join('')}`,
      ),
      ...Object.fromEntries(docs.map(([name, text]) => [`src/content/docs/${name}x`, text])),
    },
  });
  return dir;
}

/** A new Starlight site, as from its template, with the same page files. */
function makeStarlight(count: number): string {
  const dir = mkdtempSync(resolve('.cache/sites/starlight-'));
  const { dir: ours } = copySite({ content: 'outline' });
  mkdirSync(join(dir, 'src/content'), { recursive: true });
  cpSync(join(ours, 'src/content/docs'), join(dir, 'src/content/docs'), { recursive: true });
  symlinkSync(realpathSync('node_modules'), join(dir, 'node_modules'), 'junction');
  rmSync(ours, { recursive: true });
  for (const [name, text] of Object.entries(syntheticPages(count))) {
    writeFileSync(join(dir, 'src/content/docs', `${name}x`), text);
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
  // Astro bundles only the project's own dependencies; Node cannot load the others' components.
  const dependencies = { astro: '*', '@astrojs/starlight': '*' };
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ type: 'module', dependencies }));
  return dir;
}

/** Median time from the last keystroke to the results, debounce included, in ms. */
async function timeSearch(dist: string): Promise<number> {
  const server = await serveSite(dist, { encoding: 'br' });
  const browser = await chromium.launch(chromiumOptions());
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(`${server.url}page-0/`);
  await openDialog(page);
  const times: number[] = [];
  for (const query of syntheticQueries()) times.push((await searchInDialog(page, query)).time);
  await browser.close();
  await server.close();
  return median(times);
}

function pagesOf(dir: string): number {
  const files = readdirSync(join(dir, 'dist'), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.html')).length;
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
