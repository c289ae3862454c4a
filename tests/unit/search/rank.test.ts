import { expect, test } from 'vitest';
import type { Catalogue, PageEntry } from '../../../src/features/search/model/catalogue.ts';
import { joinAnswers, type Hit } from '../../../src/features/search/model/evidence.ts';
import { rankPages } from '../../../src/features/search/model/rank.ts';

const page = (path: string, title: string, aside = false): PageEntry => ({
  path,
  title,
  part: 0,
  aside,
});
const attunement = page('attunement/', 'Attunement');
const repair = page('repair/', 'Repair');
const myths = page('myths/', 'Errors', true);

/** A section of 100 words, its heading, and a line of two words that readers ask. */
const section = (anchor: string, heading: string, own: PageEntry) => ({
  anchor,
  heading,
  page: own,
  length: 100,
  lines: [
    { end: 102, weight: 4 },
    { end: 104, weight: 4 },
  ],
});

const catalogue: Catalogue = {
  parts: ['All'],
  size: 40,
  shards: [],
  pages: [attunement, repair, myths],
  sections: new Map([
    ['a', section('', 'Attunement', attunement)],
    ['a1', section('steps', 'Three steps', attunement)],
    ['a2', section('steps-2', 'Fourth', attunement)],
    ['a3', section('teens', 'Fifth', attunement)],
    ['r', section('', 'Repair', repair)],
    ['r1', section('how', 'How to mend it', repair)],
    ['m', section('third', 'A third of the time', myths)],
  ]),
  terms: new Map(),
  bets: [],
};

/** A hit in so many words of the text. */
const hit = (id: string, count: number, fields: string[] = []): Hit => {
  return { id, score: count, places: Array.from({ length: count }, (_, index) => index), fields };
};

/** A hit in the line that readers ask. */
const askedHit = (id: string): Hit => ({ id, score: 1, places: [103], fields: [] });

/** Ranks by units, each given as the hits of one question. */
const rank = (query: string, ...units: Hit[][]) => {
  const found = units.map((hits) => ({
    weight: 1,
    own: joinAnswers([{ weight: 1, phrase: false, hits }], catalogue),
    synonyms: joinAnswers([], catalogue),
  }));
  return rankPages(query.split(' '), found, catalogue);
};

test('a page comes with its best section', () => {
  const [first] = rank('steps', [hit('a', 1), hit('a1', 3)]);
  expect([first?.page.path, first?.sections[0].section.anchor]).toEqual(['attunement/', 'steps']);
});

test('a rare word counts more than a common one', () => {
  const common = ['a', 'a1', 'r'].map((id) => hit(id, 1));
  const [first] = rank('common rare', common, [hit('r1', 1)]);
  expect(first?.page).toBe(repair);
});

test('a heading counts more than the text', () => {
  expect(rank('mend', [hit('a', 1), hit('r1', 1, ['title'])])[0]?.page).toBe(repair);
});

test('what readers ask counts more than the text', () => {
  expect(rank('mend', [hit('a', 1), askedHit('r1')])[0]?.page).toBe(repair);
});

test('both words in one section count more than one of them twice', () => {
  const ranked = rank('one two', [hit('a', 1), hit('r', 1)], [hit('a', 1), hit('m', 1)]);
  expect(ranked[0]?.page).toBe(attunement);
});

test('pages about the sources come after pages about the subject', () => {
  expect(rank('third', [hit('m', 1), hit('a1', 1)]).map(({ page: one }) => one.path)).toEqual([
    'attunement/',
    'myths/',
  ]);
});

test('of a page, the section with the telling word leads, not the one with its subject', () => {
  const subject = ['a', 'a1', 'a2', 'a3'].map((id) => hit(id, id === 'a' ? 2 : 1, ['page']));
  const [first] = rank('attunement teenager', subject, [hit('a3', 1), hit('a', 1)]);
  expect(first?.sections[0].id).toBe('a3');
});

test('sections that answer nearly as well stand as results too, three at most', () => {
  const [first] = rank('word', [hit('a', 1), hit('a1', 9), hit('a2', 8), hit('a3', 7)]);
  expect(first?.sections.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3']);
  const [other] = rank('word', [hit('a1', 30, ['title']), hit('a2', 1)]);
  expect(other?.sections.map(({ id }) => id)).toEqual(['a1']);
});

test('a line that says the whole query counts more than its words in several lines', () => {
  const whole: Hit = { id: 'r1', score: 1, places: [102, 103], fields: [] };
  const parted: Hit = { id: 'a1', score: 1, places: [101, 103], fields: [] };
  const ranked = rank(
    'one two',
    [whole, { ...parted, places: [101] }],
    [whole, { ...parted, places: [103] }],
  );
  expect(ranked.map(({ page: one }) => one.path)).toEqual(['repair/', 'attunement/']);
});

test('nothing found ranks nothing', () => {
  expect(rank('nothing', [])).toEqual([]);
});
