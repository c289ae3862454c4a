import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumOptions } from '../../src/cli/browser.ts';
import { median } from './median.ts';
import { firstResult, openDialog, searchInDialog } from './search/ours.ts';
import { indexPlainly, searchPlainly } from './search/plain.ts';
import { type JudgedQuery, readQueries } from './search/query-file.ts';
import { type CountingServer, serve } from './serve.ts';
import { formatTally, tally, tallyHead } from './search/tally.ts';

/**
 * Types every line of query files into the real dialog in a real browser and prints how well it was
 * answered, beside plain `pagefind.search` over the same build; then what an empty cache loads from
 * opening search to the first result. Run after a build: npm run bench:search [FILE…]
 */
const files = process.argv.slice(2);
const plainFolder = join(tmpdir(), `plain-pagefind-${String(process.pid)}`);

/** Queries that bytes are counted for: one word, two, a question. */
const samples = ['attachment', 'still face', 'can attachment style change'];

await indexPlainly(plainFolder);
const chrome = await chromium.launch(chromiumOptions());
try {
  const server = await serve({ '/plain/': plainFolder, '/': 'dist' }, 'br');
  const standard = ['queries.tsv', 'held-out.tsv'].map((name) => `tests/fixtures/search/${name}`);
  for (const file of files.length > 0 ? files : standard) {
    await compare(chrome, server.origin, file, readQueries(file));
  }
  server.close();
  for (const encoding of ['br', 'gzip'] as const) {
    const counting = await serve({ '/plain/': plainFolder, '/': 'dist' }, encoding);
    await weigh(chrome, counting, encoding);
    counting.close();
  }
} finally {
  await chrome.close();
}

async function compare(
  browser: Browser,
  origin: string,
  file: string,
  queries: readonly JudgedQuery[],
): Promise<void> {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(`${origin}/about/`);
  const plain = [];
  for (const { query } of queries) plain.push(await searchPlainly(page, query, 12));
  await openDialog(page);
  const ours = [];
  for (const { query } of queries) ours.push(await searchInDialog(page, query));
  for (const [name, answers] of [
    ['Secure Base', ours],
    ['plain Pagefind', plain],
  ] as const) {
    const tallies = tally(
      queries,
      answers.map(({ pages }) => pages),
    );
    const time = median(answers.map((answer) => answer.time));
    console.log(`\n${file}: ${name}, median ${time.toFixed(0)} ms a query\n${tallyHead}`);
    for (const [kind, one] of [...tallies].sort()) console.log(formatTally(kind, one));
  }
  await page.close();
}

/** Bytes from opening search to the first result, in a fresh browser context each. */
async function weigh(
  browser: Browser,
  { origin, take }: CountingServer,
  encoding: string,
): Promise<void> {
  console.log(`\nKB from opening search to the first result, empty cache, ${encoding}`);
  for (const query of samples) {
    const weights = [];
    for (const isOurs of [true, false]) {
      const context = await browser.newContext({ serviceWorkers: 'block' });
      const page = await context.newPage();
      await page.goto(`${origin}/about/`, { waitUntil: 'networkidle' });
      take();
      const end = isOurs ? await firstResult(page, query) : await firstPlainResult(page, query);
      const sent = take().filter(({ at }) => at <= end);
      if (process.env['BENCH_FILES']) console.table(sent);
      weights.push((sent.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(1));
      await context.close();
    }
    console.log(`${query.padEnd(30)} Secure Base ${weights.join('   plain Pagefind ')}`);
  }
}

async function firstPlainResult(page: Page, query: string): Promise<number> {
  await searchPlainly(page, query, 1);
  return Date.now();
}
