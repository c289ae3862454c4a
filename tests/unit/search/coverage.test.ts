import { expect, test } from 'vitest';
import type { ClauseResult } from '../../../src/features/search/model/clauses.ts';
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
/** Makes a clause with an importance that matches the text of some documents. */
const clause = (importance: number, ...ids: string[]): ClauseResult => {
  const evidence = { text: 1, lines: [] };
  return { text: 'word', importance, documents: new Map(ids.map((id) => [id, evidence])) };
};
/** Makes a clause that matches the first section's text and lines by these shares. */
const clauseOf = (text: number, ...lines: number[]): ClauseResult => {
  return { text: 'word', importance: 3, documents: new Map([['1', { text, lines }]]) };
};
const isCoveredBy = (clauses: ClauseResult[], isElsewhere: boolean) => {
  const [best] = rankPages(readFeatures(clauses, { sections }));
  return isCovered(clauses, best?.sections[0], rankEntries(clauses, { sections }), isElsewhere);
};
const cover = (...clauses: ClauseResult[]) => isCoveredBy(clauses, false);
const coverElsewhere = (...clauses: ClauseResult[]) => isCoveredBy(clauses, true);

test('a section covers a query that its heading matches whole, and a query of one clause that it matches', () => {
  const headed = clauseOf(1, 1);
  expect(cover(headed, headed)).toBe(true);
  expect(cover(clause(4, '2'))).toBe(true);
});

test('a query is not covered if only several sections together match it, or the guide lacks a word of it', () => {
  expect(cover(clause(3, '1'), clause(3, '2'))).toBe(false);
  expect(cover(clause(3, '1'), clause(0))).toBe(false);
});

test('a line that matches most of a longer query covers it, though a word is missing', () => {
  const inLine = clauseOf(0, 0, 1);
  const said = Array.from({ length: 5 }, () => inLine);
  expect(cover(...said, clause(0))).toBe(true);
  expect(cover(clause(3, '1'), clause(3, '1'), clause(0))).toBe(false);
});

test('a work or a term covers only a query that it matches nearly whole', () => {
  expect(cover(clause(4, 'work'))).toBe(true);
  expect(cover(clause(4, 'work'), clause(4, '1'))).toBe(false);
  expect(cover(clause(4, 'work'), clause(3, 'work'), clause(3))).toBe(false);
});

test('an empty query is not covered', () => {
  expect(cover()).toBe(false);
});

test('a subject that the guide does not cover is covered only if the query is a line that readers ask', () => {
  const asked = clauseOf(1, 0, 1);
  expect(coverElsewhere(asked, asked)).toBe(true);
  const more = [asked, asked, clause(3, '2')];
  expect(cover(...more)).toBe(true);
  expect(coverElsewhere(...more)).toBe(false);
  expect(coverElsewhere(clause(3, '1'))).toBe(false);
});

test('such a subject counts less in a long query', () => {
  const inStory = clauseOf(1, 0, 0.6);
  const clauses = (count: number) => Array.from({ length: count }, () => inStory);
  expect(coverElsewhere(...clauses(2))).toBe(false);
  expect(coverElsewhere(...clauses(8))).toBe(true);
});

test('a short query with a name from the guide is covered, though the guide lacks the first name', () => {
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
