import { expect, test } from 'vitest';
import type { ClauseResult } from '../../../src/features/search/model/units.ts';
import {
  isCovered,
  isNamed,
  rankEntries,
  rankPages,
  readFeatures,
} from '../../../src/features/search/model/rank.ts';

const about = { path: 'faq/', title: 'Questions', part: 0, aside: false };
const section = (anchor: string) => ({
  anchor,
  heading: anchor,
  page: about,
  length: 100,
  lines: [
    { end: 102, weight: 4 },
    { end: 106, weight: 5 },
  ],
});
const sections = new Map([
  ['1', section('one')],
  ['2', section('two')],
]);
/** A clause that says so much and is found in some documents' texts. */
const clause = (importance: number, ...ids: string[]): ClauseResult => {
  const evidence = { text: 1, lines: [] };
  return { text: 'word', importance, documents: new Map(ids.map((id) => [id, evidence])) };
};
/** A clause that stands in so much of the first section's text and lines. */
const clauseOf = (text: number, ...lines: number[]): ClauseResult => {
  return { text: 'word', importance: 3, documents: new Map([['1', { text, lines }]]) };
};
const decide = (clauses: ClauseResult[], isElsewhere: boolean) => {
  const [best] = rankPages(readFeatures(clauses, { sections }));
  return isCovered(clauses, best?.sections[0], rankEntries(clauses, { sections }), isElsewhere);
};
const cover = (...clauses: ClauseResult[]) => decide(clauses, false);
const coverElsewhere = (...clauses: ClauseResult[]) => decide(clauses, true);

test('a section whose heading has all of a query covers it, and one that has its only word in the guide’s own', () => {
  const headed = clauseOf(1, 1);
  expect(cover(headed, headed)).toBe(true);
  expect(cover(clause(4, '2'))).toBe(true);
});

test('what several sections have between them does not, nor a word that the guide does not have', () => {
  expect(cover(clause(3, '1'), clause(3, '2'))).toBe(false);
  expect(cover(clause(3, '1'), clause(0))).toBe(false);
});

test('a line that says most of a longer query covers it, though a word is missing', () => {
  const inLine = clauseOf(0, 0, 1);
  const said = Array.from({ length: 5 }, () => inLine);
  expect(cover(...said, clause(0))).toBe(true);
  expect(cover(clause(3, '1'), clause(3, '1'), clause(0))).toBe(false);
});

test('a work or a term covers only what it has nearly all of', () => {
  expect(cover(clause(4, 'work'))).toBe(true);
  expect(cover(clause(4, 'work'), clause(4, '1'))).toBe(false);
  expect(cover(clause(4, 'work'), clause(3, 'work'), clause(3))).toBe(false);
});

test('an empty query is covered by nothing', () => {
  expect(cover()).toBe(false);
});

test('a subject that the guide leaves to others is covered only where readers ask just that', () => {
  const asked = clauseOf(1, 0, 1);
  expect(coverElsewhere(asked, asked)).toBe(true);
  const more = [asked, asked, clause(3, '2')];
  expect(cover(...more)).toBe(true);
  expect(coverElsewhere(...more)).toBe(false);
  expect(coverElsewhere(clause(3, '1'))).toBe(false);
});

test('such a subject weighs less in a long story', () => {
  const told = clauseOf(1, 0, 0.6);
  const clauses = (count: number) => Array.from({ length: count }, () => told);
  expect(coverElsewhere(...clauses(2))).toBe(false);
  expect(coverElsewhere(...clauses(8))).toBe(true);
});

test('a short query with a name of the guide’s is covered, though the guide lacks the first name', () => {
  const isListed = (word: string) => word !== 'meltzoff';
  const query = (word: string, ...more: string[]) =>
    [word, ...more].map((text) => ({
      ...(text === 'ruth' ? clause(0) : clause(4, 'work')),
      text,
    }));
  expect(isNamed(query('meltzoff', 'ruth'), isListed)).toBe(true);
  expect(isNamed(query('stern', 'ruth'), isListed)).toBe(false);
  expect(isNamed(query('meltzoff', 'stern', 'field', 'ruth'), isListed)).toBe(false);
});
