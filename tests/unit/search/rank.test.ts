import { expect, test } from 'vitest';
import type {
  Catalogue,
  PageEntry,
  SectionEntry,
} from '../../../src/features/search/model/catalogue.ts';
import { joinAnswers, type Hit } from '../../../src/features/search/model/clauses.ts';
import { rankEntries, rankPages, readFeatures } from '../../../src/features/search/model/rank.ts';

const page = (path: string, title: string, aside = false): PageEntry => {
  return { path, title, part: 0, aside };
};
const attunement = page('attunement/', 'Attunement');
const repair = page('repair/', 'Repair');
const myths = page('myths/', 'Errors', true);

/** Makes a section of 100 words, with a heading and lines of two words each. */
const section = (anchor: string, heading: string, own: PageEntry, lines = 1): SectionEntry => ({
  anchor,
  heading,
  page: own,
  length: 100,
  lines: Array.from({ length: 1 + lines }, (_, line) => ({ end: 102 + 2 * line, weight: 4 })),
});

const catalogue: Catalogue = {
  parts: ['All'],
  size: 40,
  shards: [],
  pages: [attunement, repair, myths],
  sections: new Map([
    ['a', section('', 'Attunement', attunement)],
    ['a1', section('steps', 'Three steps', attunement, 3)],
    ['a2', section('steps-2', 'Fourth', attunement)],
    ['a3', section('teens', 'Fifth', attunement)],
    ['r', section('', 'Repair', repair)],
    ['r1', section('how', 'How to fix it', repair)],
    ['m', section('third', 'A third of the time', myths, 30)],
  ]),
  terms: new Map(),
  bets: [],
};

/** Makes a hit of `count` words in the text. */
const hit = (id: string, count: number): Hit => {
  return { id, words: Array.from({ length: count }, (_, index) => index) };
};

/** Makes a hit in lines; 0 is the heading. */
const lineHit = (id: string, ...lines: number[]): Hit => {
  return { id, words: lines.map((line) => 101 + 2 * line) };
};

const find = (query: string, clauses: Hit[][]) =>
  clauses.map((hits, index) => ({
    text: query.split(' ')[index] ?? '',
    ...joinAnswers(
      [[{ text: 'word', weight: 1 }, new Map(hits.map((one) => [one.id, one]))]],
      catalogue,
    ),
  }));

/** Ranks pages by clauses, each given as the hits of one term. */
const rank = (query: string, ...clauses: Hit[][]) =>
  rankPages(readFeatures(find(query, clauses), catalogue));

test('a page has its best section', () => {
  const [first] = rank('steps', [hit('a', 1), hit('a1', 3)]);
  expect([first?.page.path, first?.sections[0].section.anchor]).toEqual(['attunement/', 'steps']);
});

test('a rare word counts more than a common one', () => {
  const common = ['a', 'a1', 'r'].map((id) => hit(id, 1));
  expect(rank('common rare', common, [hit('r1', 1)])[0]?.page).toBe(repair);
});

test('a heading counts more than the text', () => {
  expect(rank('fix', [hit('a', 1), lineHit('r1', 0)])[0]?.page).toBe(repair);
});

test('a line that readers ask counts more than the text', () => {
  expect(rank('fix', [hit('a', 1), lineHit('r1', 1)])[0]?.page).toBe(repair);
});

test('a heading that matches most of a query beats three lines that match half, in a section of few lines', () => {
  const few = new Map(catalogue.sections).set('r1', section('how', 'Fix it', repair, 0));
  const both = [lineHit('r1', 0), lineHit('a1', 1, 2, 3)];
  const clauses = find('fix it with words', [both, both, [lineHit('r1', 0)], [hit('a1', 1)]]);
  const [first] = rankPages(readFeatures(clauses, { sections: few }));
  expect(first?.page).toBe(repair);
});

test('both words in one section count more than one of them twice', () => {
  const ranked = rank('one two', [hit('a', 1), hit('r', 1)], [hit('a', 1), hit('m', 1)]);
  expect(ranked[0]?.page).toBe(attunement);
});

test('for a single word, pages about the sources rank below pages about the subject', () => {
  const ranked = rank('third', [hit('m', 1), hit('a1', 1)]);
  expect(ranked.map(({ page: one }) => one.path)).toEqual(['attunement/', 'myths/']);
});

test('of a page, the section with the rarer word ranks first, not the one with its subject', () => {
  const subject = ['a', 'a1', 'a2', 'a3'].map((id) => hit(id, id === 'a' ? 2 : 1));
  const [first] = rank('attunement teenager', subject, [hit('a3', 1), hit('a', 1)]);
  expect(first?.sections[0].id).toBe('a3');
});

test('sections that score nearly as high are results too, three at most', () => {
  const [first] = rank('word', [hit('a', 1), hit('a1', 9), hit('a2', 8), hit('a3', 7)]);
  expect(first?.sections.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3']);
  const [other] = rank('word', [lineHit('a1', 0, 1), hit('a2', 1)]);
  expect(other?.sections.map(({ id }) => id)).toEqual(['a1']);
});

test('a line that matches the whole query counts more than its words in several lines', () => {
  const separate = [lineHit('a1', 0), lineHit('a1', 1)] as const;
  const whole = lineHit('r1', 1);
  const ranked = rank('one two', [whole, separate[0]], [whole, separate[1]]);
  expect(ranked.map(({ page: one }) => one.path)).toEqual(['repair/', 'attunement/']);
});

test('a line that equals the query counts more than a rare word in many lines of another section', () => {
  const many = lineHit('m', ...Array.from({ length: 30 }, (_, line) => line + 1));
  const ranked = rank('one two', [lineHit('r1', 1), many], [lineHit('r1', 1)]);
  expect(ranked[0]?.page).toBe(repair);
});

test('lines count by nearness, not by number', () => {
  const score = (...lines: number[]) =>
    rank('one two', [lineHit('m', ...lines)], [])[0]?.sections[0].score;
  expect(score(1, 2, 3)).toBeGreaterThan(score(1) ?? NaN);
  // Only repetition of the word could distinguish ten from thirty, and it is saturated.
  const ten = Array.from({ length: 10 }, (_, line) => line + 1);
  const thirty = Array.from({ length: 30 }, (_, line) => line + 1);
  expect(score(...thirty)).toBe(score(...ten));
});

test('a word in several lines of one section counts more than a word in single lines of many', () => {
  const again = lineHit('m', 1, 2, 3, 4, 5);
  const once = ['r1', 'a1'].map((id) => lineHit(id, 1));
  expect(rank('again once', [again], once)[0]?.page).toBe(myths);
});

test('of two sections with a word in as many lines, the one with fewer lines ranks first', () => {
  const few = (count: number) => section('few', 'Few', repair, count);
  const score = (lines: number) => {
    const sections = new Map(catalogue.sections).set('r1', few(lines));
    return rankPages(readFeatures(find('one', [[lineHit('r1', 1, 2)]]), { sections }))[0]
      ?.sections[0].score;
  };
  expect(score(20)).toBeGreaterThan(score(120) ?? NaN);
});

test('nothing found ranks nothing', () => {
  expect(rank('nothing', [])).toEqual([]);
});

test('terms and works rank by their share of a query, without sections', () => {
  const found = find('one two', [[hit('term', 1), hit('work', 1), hit('a', 1)], [hit('work', 1)]]);
  expect(rankEntries(found, catalogue).map(({ id }) => id)).toEqual(['work', 'term']);
});
