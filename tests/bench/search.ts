import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumOptions } from '../../src/cli/browser.ts';
import { noCries } from '../../src/features/search/model/learnt.ts';
import { repetition } from '../../src/features/search/model/clauses.ts';
import { weights } from '../../src/features/search/model/rank.ts';
import type { Library } from '../../src/features/search/client/library.ts';
import { createSearcher } from '../../src/features/search/client/searcher.ts';
import { judge, type Verdict } from './search/judge.ts';
import { openBuiltLibrary } from './search/library.ts';
import { indexLargeSite } from './search/large.ts';
import { firstResult } from './search/ours.ts';
import { indexPlainly, searchPlainly } from './search/plain.ts';
import { readLines, readQueries, type JudgedQuery } from './search/query-file.ts';
import { serveSite, type TestServer } from '../server.ts';
import { syntheticQueries } from './synthetic.ts';
import { formatTallies, formatTally, tallyHead } from './search/tally.ts';

/**
 * Measures the search of dist/ with the queries of query files and prints how well they are answered; ablations of
 * each mechanism on the held-out queries; then plain Pagefind over the same build, and the bytes loaded with an
 * empty cache from opening search to the first result. Run after a build: npm run bench:search [FILE…]; without a
 * browser: BENCH_BROWSER=no.
 */
const fixtures = 'tests/fixtures/search';
const own = process.argv.slice(2);
const heldOut = [
  'held-out.tsv',
  'places-held-out.tsv',
  'asked-held-out.tsv',
  'fresh-held-out.tsv',
  'newest-held-out-a.tsv',
  'newest-held-out-b.tsv',
  'latest-held-out.tsv',
  'typed-held-out-adults.tsv',
  'typed-held-out-parents.tsv',
  'typed-held-out-search.tsv',
  'typed-held-out-third.tsv',
].map((name) => `${fixtures}/${name}`);
const tuned = ['queries.tsv', 'places.tsv', 'asked.tsv', 'fresh.tsv', 'unseen-kinds.tsv'].map(
  (name) => `${fixtures}/${name}`,
);
/** Joins lists that were first judged unseen and later used for tuning into one table. */
const together = (name: string, pattern: RegExp): Table => ({
  name: `${fixtures}/${name}`,
  queries: readdirSync(fixtures)
    .filter((file) => pattern.test(file))
    .flatMap((file) => readQueries(`${fixtures}/${file}`)),
});
const alone = (file: string): Table => ({ name: file, queries: readQueries(file) });
const tables =
  own.length > 0
    ? own.map(alone)
    : [
        ...tuned.map(alone),
        together('unseen-q*.tsv', /^unseen-q.*\.tsv$/),
        together('unseen-help-*.tsv', /^unseen-help-.*\.tsv$/),
        ...heldOut.map(alone),
      ];

const library = await openBuiltLibrary('dist');
let search = createSearcher(library);
for (const { name, queries } of tables) {
  const start = performance.now();
  const verdicts = await askAll(library, queries);
  const time = (performance.now() - start) / verdicts.length;
  console.log(`\n${name}: ${time.toFixed(0)} ms a query\n${tallyHead}`);
  for (const line of formatTallies(verdicts)) console.log(line);
}
const judged = tables.flatMap(({ queries }) => queries);
const excerpts = judged.filter(({ answer }) => answer !== undefined).length;
console.log(`\nExcerpts are judged on ${String(excerpts)} queries.`);
if (own.length === 0) {
  await printGaps();
  await printAblations();
  await printKeystrokes();
}
if (process.env['BENCH_BROWSER'] !== 'no') await printPlainPagefind();

/** Queries whose verdicts are in one table. */
interface Table {
  name: string;
  queries: JudgedQuery[];
}

/** Searches for a text; the space at the end marks the last word as complete. */
function ask(text: string) {
  return search({ text: `${text} ` }, new AbortController().signal);
}

async function askAll(from: Library, queries: readonly JudgedQuery[]): Promise<Verdict[]> {
  const verdicts = [];
  for (const query of queries) verdicts.push(await judge(query, await ask(query.query), from));
  return verdicts;
}

/** Prints how many queries on other subjects are recognised, and how much correct English is corrected. */
async function printGaps(): Promise<void> {
  const count = async (queries: readonly string[], test: (answer: Asked) => boolean) => {
    let found = 0;
    for (const query of queries) found += Number(test(await ask(query)));
    return `${String(found)} of ${String(queries.length)}`;
  };
  const uncovered = readLines(`${fixtures}/uncovered.tsv`);
  console.log('');
  for (const [set, name] of [
    ['t', 'tuned on'],
    ['h', 'held out'],
  ] as const) {
    const queries = uncovered.filter(([, one]) => one === set).map(([query = '']) => query);
    console.log(
      `not covered, ${name}: ${await count(queries, (one) => !one.isCovered)} recognised`,
    );
  }
  const english = readLines(`${fixtures}/english.txt`);
  for (const isHeldOut of [false, true]) {
    const own = english
      .filter(([, set]) => (set === 'h') === isHeldOut)
      .map(([query = '']) => query);
    const corrected = await count(own, ({ corrections }) => corrections.length > 0);
    console.log(`correct English, ${isHeldOut ? 'held out' : 'tuned on'}: ${corrected} corrected`);
  }
}

type Asked = Awaited<ReturnType<typeof ask>>;

/** Prints the results with one mechanism turned off at a time. */
async function printAblations(): Promise<void> {
  const queries = heldOut.flatMap(readQueries);
  const without = async (name: string, off: () => () => void) => {
    const on = off();
    // A searcher caches its results.
    search = createSearcher(library);
    console.log(formatTally(name, await askAll(library, queries)));
    on();
  };
  const set = <T extends object>(object: T, values: Partial<T>) => {
    const before = { ...object };
    Object.assign(object, values);
    return () => void Object.assign(object, before);
  };
  console.log(`\nAblations on held-out queries\n${tallyHead.replace('kind   ', 'without')}`);
  await without('nothing', () => () => undefined);
  await without('best bets', () => set(library.catalogue, { bets: [] }));
  await without('cries', () => set(library, { learnCries: () => Promise.resolve(noCries) }));
  await without('repetition', () => set(repetition, { most: 1 }));
  const lines = { line: 0, same: 0 };
  await without('asked', () => set(weights, { ...lines, asked: 0 }));
  await without('lines', () => set(weights, lines));
  await without('leanings', () => set(weights, { leansPage: 0, leansSection: 0 }));
  await without('its page', () => set(weights, { title: 0, beyondTitle: 0 }));
  await without('dictionary', () =>
    set(library, { learnDictionary: () => Promise.resolve(() => false) }),
  );
}

/**
 * Prints the processor time of each of the last keys of a query in a guide with 1,000 additional pages, including
 * the engine and loading, but not rendering.
 */
async function printKeystrokes(): Promise<void> {
  const count = 1000;
  const keys = 3;
  const folder = join(tmpdir(), `large-search-${String(process.pid)}`);
  await indexLargeSite(folder, count);
  try {
    const searchLarge = createSearcher(await openBuiltLibrary(folder));
    const asked = tuned.flatMap(readQueries).filter((_, index) => index % 9 === 0);
    const times: number[] = [];
    for (const query of [...syntheticQueries(), ...asked.map((one) => one.query)]) {
      for (let end = Math.max(2, query.length - keys); end <= query.length; end++) {
        const before = process.cpuUsage();
        await searchLarge({ text: query.slice(0, end) }, new AbortController().signal);
        const { user, system } = process.cpuUsage(before);
        times.push((user + system) / 1000);
      }
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor(share * times.length)] ?? 0).toFixed(0);
    console.log(
      `\n${String(count)} pages more, processor time of a key: ${at(0.5)} ms (median), ${at(0.95)} ms (95 % of ${String(times.length)} keys)`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function printPlainPagefind(): Promise<void> {
  const folder = join(tmpdir(), `plain-pagefind-${String(process.pid)}`);
  await indexPlainly(folder);
  const browser = await chromium.launch(chromiumOptions());
  try {
    const server = await serveSite({ '/plain/': folder, '/': 'dist' }, { encoding: 'br' });
    const page = await browser.newPage({ serviceWorkers: 'block' });
    await page.goto(`${server.url}about/`);
    console.log('\nPlain Pagefind: first, in three');
    for (const { name, queries } of tables) console.log(name, await askPlainly(page, queries));
    await server.close();
    for (const encoding of ['br', 'gzip'] as const) {
      const counting = await serveSite({ '/plain/': folder, '/': 'dist' }, { encoding });
      await weigh(browser, counting, encoding);
      await counting.close();
    }
  } finally {
    await browser.close();
  }
}

async function askPlainly(page: Page, queries: readonly JudgedQuery[]): Promise<string> {
  const ranks = [];
  for (const { query, accepted } of queries) {
    const { pages } = await searchPlainly(page, query, 3);
    ranks.push(pages.findIndex((one) => accepted.some((place) => place.page === one)));
  }
  const percent = (count: number) => `${((100 * count) / ranks.length).toFixed(1)} %`;
  const first = ranks.filter((rank) => rank === 0).length;
  return `${percent(first)}, ${percent(ranks.filter((rank) => rank >= 0).length)}`;
}

/** Prints the bytes from opening search to the first result, each in a fresh browser context. */
async function weigh(browser: Browser, { url, take }: TestServer, encoding: string): Promise<void> {
  console.log(`\nKB from opening search to the first result, empty cache, ${encoding}`);
  for (const query of ['attachment', 'still face', 'can attachment style change']) {
    const totals = [];
    for (const isOurs of [true, false]) {
      const context = await browser.newContext({ serviceWorkers: 'block' });
      const page = await context.newPage();
      await page.goto(`${url}about/`, { waitUntil: 'networkidle' });
      take();
      const end = isOurs ? await firstResult(page, query) : await firstPlainResult(page, query);
      const sent = take().filter(({ at }) => at <= end);
      if (process.env['BENCH_FILES']) console.table(sent);
      totals.push((sent.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(1));
      await context.close();
    }
    console.log(`${query.padEnd(30)} Secure Base ${totals.join('   plain Pagefind ')}`);
  }
}

async function firstPlainResult(page: Page, query: string): Promise<number> {
  await searchPlainly(page, query, 1);
  return Date.now();
}
