import { readFileSync, readdirSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseCatalogue } from '../../../src/features/search/model/catalogue.ts';
import { noCries } from '../../../src/features/search/model/learnt.ts';
import { addShard, Lexicon } from '../../../src/features/search/model/lexicon.ts';
import type { Engine } from '../../../src/features/search/client/library.ts';
import { createSearcher } from '../../../src/features/search/client/searcher.ts';
import { openBuiltLibrary } from '../../bench/search/library.ts';
import { readQueries } from '../../bench/search/query-file.ts';
import { openPagefind, readFragments } from './pagefind.ts';

const folder = 'dist/pagefind';
const fragments = readFragments(folder);
const catalogue = parseCatalogue(readFileSync(`${folder}/catalogue.json`, 'utf8'));
const ofKind = (kind: string) => fragments.filter(({ filters }) => filters['kind']?.includes(kind));

describe('cries for help', async () => {
  const search = createSearcher(await openBuiltLibrary('dist'));
  const read = (name: string) => readQueries(`tests/fixtures/search/${name}`);
  const ask = (query: string) => search({ text: `${query} ` }, new AbortController().signal);
  const isFirst = async (query: string) => (await ask(query)).help.length > 0;

  test('a cry for help finds the helplines, in any words', async () => {
    const lists = readdirSync('tests/fixtures/search').filter((name) =>
      /^(unseen-help-.*|helplines)\./.test(name),
    );
    const cries = [
      ...lists.flatMap(read),
      ...['places.tsv', 'unseen-kinds.tsv'].flatMap(read).filter(({ kind }) => kind === 'help'),
    ];
    const missed: string[] = [];
    const later: string[] = [];
    for (const { query } of cries) {
      const { help, mayNeedHelp } = await ask(query);
      if (help.length === 0) (mayNeedHelp ? later : missed).push(query);
    }
    expect(missed).toEqual([]);
    expect(later.length, later.join('\n')).toBeLessThan(cries.length / 50);
  });

  test('few queries that only sound alike do, and hardly any ordinary question', async () => {
    const alarmed = async (name: string) => {
      const queries = read(name).filter(
        ({ accepted }) => !accepted.some(({ section }) => section === 'where-to-turn-for-help'),
      );
      const shown = [];
      for (const { query } of queries) if (await isFirst(query)) shown.push(query);
      return { share: shown.length / queries.length, shown: shown.join('\n') };
    };
    const alike = await alarmed('no-helplines.txt');
    expect(alike.share, alike.shown).toBeLessThan(0.1);
    const plain = await alarmed('queries.tsv');
    expect(plain.share, plain.shown).toBeLessThan(0.03);
  });

  test('without the model of cries, best bets still find the plainest words', async () => {
    const library = await openBuiltLibrary('dist');
    const withoutCries = createSearcher({ ...library, learnCries: () => Promise.resolve(noCries) });
    const ask = (text: string) => withoutCries({ text }, new AbortController().signal);
    expect((await ask('i want to kill myself ')).help).toHaveLength(1);
    expect((await ask('how attachment forms ')).help).toHaveLength(0);
  });
});

test('the word index has chunks of a few kilobytes', () => {
  const sizes = readdirSync(`${folder}/index`).map(
    (name) => statSync(`${folder}/index/${name}`).size,
  );
  expect(sizes.length).toBeGreaterThan(40);
  // A word in nearly every section has its own chunk of any size.
  expect(sizes.filter((size) => size > 4_000).length).toBeLessThan(sizes.length / 10);
});

describe('the index contains', () => {
  test('every glossary term, by its name and anchor', () => {
    const terms = readdirSync('src/content/glossary').map((name) => name.replace(/\.md$/, ''));
    expect(
      ofKind('term')
        .map(({ url }) => url.replace('/glossary/#', ''))
        .sort(),
    ).toEqual(terms.sort());
  });

  test('every work that is listed', () => {
    const listed = readFileSync('dist/references/index.html', 'utf8').match(
      /data-search-entry="work"/g,
    );
    expect(ofKind('work')).toHaveLength(listed?.length ?? 0);
    expect(ofKind('work').length).toBeGreaterThan(100);
    expect(
      ofKind('work').find(({ url }) => url.endsWith('tronick1978stillface'))?.meta['title'],
    ).toBe('Tronick et al. (1978)');
  });

  test('every question of the FAQ as a question', () => {
    const questions = readFileSync('src/content/docs/faq.mdx', 'utf8').match(/^## .*\?$/gm) ?? [];
    const found = ofKind('question').filter(({ url }) => url.startsWith('/faq/'));
    expect(found).toHaveLength(questions.length);
  });

  test('no quiz, reference list or chrome of a page', () => {
    const chrome = /Check your understanding|Question \d+ of|Read next|minutes to read|https?:/;
    const texts = fragments.map(({ content }) => chrome.exec(content)?.[0]);
    expect(texts.filter(Boolean)).toEqual([]);
  });

  test('each document has its topic, except those outside the subject', () => {
    const without = fragments.filter(({ filters }) => !filters['topic']).map(({ url }) => url);
    expect(without.filter((url) => /^\/(faq|attunement|growing-security)\//.test(url))).toEqual([]);
  });

  test('the catalogue links to existing anchors', () => {
    const read = new Map<string, string>();
    for (const { anchor, page } of catalogue.sections.values()) {
      if (anchor === '') continue;
      const html = read.get(page.path) ?? readFileSync(`dist/${page.path}index.html`, 'utf8');
      read.set(page.path, html);
      expect(html.includes(`id="${anchor}"`), page.path + anchor).toBe(true);
    }
  });
});

describe('the word index in chunks', () => {
  let engine: Engine;
  const lexicon = new Lexicon();

  beforeAll(async () => {
    engine = await openPagefind(`${process.cwd()}/${folder}`);
    for (const name of readdirSync(`${folder}/words`)) {
      addShard(readFileSync(`${folder}/words/${name}`, 'utf8'), lexicon);
    }
  });

  test('every word of the lexicon is found', async () => {
    const missing: string[] = [];
    for (const [word] of lexicon.candidates()) {
      if (lexicon.frequency(word) === 0) continue;
      const { results } = await engine.search(word);
      if (results.length === 0) missing.push(word);
    }
    expect(missing).toEqual([]);
  });

  test('a phrase, a prefix and a filter still work', async () => {
    expect((await engine.search('"still face"')).results.length).toBeGreaterThan(3);
    expect((await engine.search('synchron')).results.length).toBeGreaterThan(3);
    const { results } = await engine.search('secure', { filters: { kind: { any: ['term'] } } });
    const data = await Promise.all(results.map((result) => result.data()));
    expect(new Set(data.flatMap(({ filters }) => filters['kind']))).toEqual(new Set(['term']));
  });
});
