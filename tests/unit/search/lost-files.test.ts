import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { LoadError, openLibrary } from '../../../src/features/search/client/library.ts';
import { createSearcher } from '../../../src/features/search/client/searcher.ts';
import { formatCatalogue, type PageEntry } from '../../../src/features/search/model/catalogue.ts';

const root = mkdtempSync(join(tmpdir(), 'lost-files-'));
const page: PageEntry = { path: 'repair/', title: 'Repair', part: 0, aside: false };
const section = { anchor: '', heading: 'Repair', page, length: 9, lines: [{ end: 10, weight: 4 }] };
const catalogue = formatCatalogue({
  parts: ['All'],
  size: 1,
  shards: ['a', 'm'],
  pages: [page],
  sections: new Map([['1', section]]),
  terms: new Map(),
  bets: [],
});

/** An engine that finds "repair" and "quarrel" in one section. */
const engine = `export const createInstance = () => ({
  search: async (term) => ({
    results: /repair|quarrel/.test(term)
      ? [{ id: '1', words: [1, 9], data: async () => ({}) }]
      : [],
  }),
});`;
mkdirSync(join(root, 'pagefind'));
writeFileSync(join(root, 'pagefind/pagefind.js'), engine);

afterEach(() => vi.unstubAllGlobals());
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** Searches when only these files besides the index load. */
async function search(text: string, files: Record<string, string>) {
  vi.stubGlobal('fetch', (url: URL) => {
    const file = files[url.pathname.replace(/^.*\/pagefind\//, '')];
    return Promise.resolve(new Response(file ?? '', { status: file === undefined ? 404 : 200 }));
  });
  const library = await openLibrary(pathToFileURL(`${root}/`));
  return createSearcher(library)({ text: `${text} ` }, new AbortController().signal);
}

const pathsOf = (answer: Awaited<ReturnType<typeof search>>) =>
  answer.pages.map((one) => one.page.path);

test('without the lexicon, words are searched for as typed', async () => {
  const answer = await search('repair a quarrel', { 'catalogue.json': catalogue });
  expect(pathsOf(answer)).toEqual(['repair/']);
  expect(answer.corrections).toEqual([]);
});

test('without the dictionary, a word that the guide does not have is ignored', async () => {
  const files = { 'catalogue.json': catalogue, 'words/0.txt': '', 'words/1.txt': 'repairA:' };
  expect(pathsOf(await search('repair elephants', files))).toEqual(['repair/']);
});

test('without lexicon and index, it is a load error', async () => {
  const lost = search('elephants', { 'catalogue.json': catalogue });
  await expect(lost).rejects.toThrow(LoadError);
});
