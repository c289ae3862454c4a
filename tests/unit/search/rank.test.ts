import { expect, test } from 'vitest';
import type { Catalogue, PageEntry } from '../../../src/features/search/model/catalogue.ts';
import { type Hit, joinAnswers } from '../../../src/features/search/model/evidence.ts';
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

const catalogue: Catalogue = {
  parts: ['All'],
  size: 40,
  shards: [],
  pages: [attunement, repair, myths],
  sections: new Map([
    ['a', { anchor: '', heading: 'Attunement', page: attunement }],
    ['a1', { anchor: 'steps', heading: 'Three steps', page: attunement }],
    ['a2', { anchor: 'steps-2', heading: 'Fourth', page: attunement }],
    ['a3', { anchor: 'teens', heading: 'Fifth', page: attunement }],
    ['r', { anchor: '', heading: 'Repair', page: repair }],
    ['r1', { anchor: 'how', heading: 'How to mend it', page: repair }],
    ['m', { anchor: 'third', heading: 'A third of the time', page: myths }],
  ]),
  terms: new Map(),
  bets: [],
};

const hit = (id: string, score: number, fields: string[] = []): Hit => {
  return { id, score, places: score > 0 ? [1] : [], fields };
};

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
  expect(rank('mend', [hit('a', 1), hit('r1', 0, ['asked'])])[0]?.page).toBe(repair);
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
  const [first] = rank('attunement teenager', subject, [hit('a3', 1), hit('a', 0.2)]);
  expect(first?.sections[0].id).toBe('a3');
});

test('sections that answer nearly as well stand as results too, three at most', () => {
  const [first] = rank('word', [hit('a', 1), hit('a1', 3), hit('a2', 2.9), hit('a3', 2.8)]);
  expect(first?.sections.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3']);
  const [other] = rank('word', [hit('a1', 3), hit('a2', 0.1)]);
  expect(other?.sections.map(({ id }) => id)).toEqual(['a1']);
});

test('nothing found ranks nothing', () => {
  expect(rank('nothing', [])).toEqual([]);
});
