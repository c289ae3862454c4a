import { expect, test } from 'vitest';
import type { UnitFound } from '../../../src/features/search/model/units.ts';
import {
  isCovered,
  isNamed,
  rankEntries,
  rankPages,
  readSigns,
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
/** A unit that says so much and is found in some records' texts. */
const unit = (importance: number, ...ids: string[]): UnitFound => {
  const evidence = { text: 1, lines: [] };
  return { text: 'word', importance, records: new Map(ids.map((id) => [id, evidence])) };
};
/** A unit that stands in so much of the first section's text and lines. */
const unitOf = (text: number, ...lines: number[]): UnitFound => {
  return { text: 'word', importance: 3, records: new Map([['1', { text, lines }]]) };
};
const decide = (units: UnitFound[], isElsewhere: boolean) => {
  const [best] = rankPages(readSigns(units, { sections }));
  return isCovered(units, best?.sections[0], rankEntries(units, { sections }), isElsewhere);
};
const cover = (...units: UnitFound[]) => decide(units, false);
const coverElsewhere = (...units: UnitFound[]) => decide(units, true);

test('a section whose heading has all of a query covers it, and one that has its only word in the guide’s own', () => {
  const headed = unitOf(1, 1);
  expect(cover(headed, headed)).toBe(true);
  expect(cover(unit(4, '2'))).toBe(true);
});

test('what several sections have between them does not, nor a word that the guide does not have', () => {
  expect(cover(unit(3, '1'), unit(3, '2'))).toBe(false);
  expect(cover(unit(3, '1'), unit(0))).toBe(false);
});

test('a line that says most of a longer query covers it, though a word is missing', () => {
  const inLine = unitOf(0, 0, 1);
  const said = Array.from({ length: 5 }, () => inLine);
  expect(cover(...said, unit(0))).toBe(true);
  expect(cover(unit(3, '1'), unit(3, '1'), unit(0))).toBe(false);
});

test('a work or a term covers only what it has nearly all of', () => {
  expect(cover(unit(4, 'work'))).toBe(true);
  expect(cover(unit(4, 'work'), unit(4, '1'))).toBe(false);
  expect(cover(unit(4, 'work'), unit(3, 'work'), unit(3))).toBe(false);
});

test('an empty query is covered by nothing', () => {
  expect(cover()).toBe(false);
});

test('a subject that the guide leaves to others is covered only where readers ask just that', () => {
  const asked = unitOf(1, 0, 1);
  expect(coverElsewhere(asked, asked)).toBe(true);
  const more = [asked, asked, unit(3, '2')];
  expect(cover(...more)).toBe(true);
  expect(coverElsewhere(...more)).toBe(false);
  expect(coverElsewhere(unit(3, '1'))).toBe(false);
});

test('such a subject weighs less in a long story', () => {
  const told = unitOf(1, 0, 0.6);
  const units = (count: number) => Array.from({ length: count }, () => told);
  expect(coverElsewhere(...units(2))).toBe(false);
  expect(coverElsewhere(...units(8))).toBe(true);
});

test('a short query with a name of the guide’s is covered, though the guide lacks the first name', () => {
  const isListed = (word: string) => word !== 'meltzoff';
  const query = (word: string, ...more: string[]) =>
    [word, ...more].map((text) => ({
      ...(text === 'ruth' ? unit(0) : unit(4, 'work')),
      text,
    }));
  expect(isNamed(query('meltzoff', 'ruth'), isListed)).toBe(true);
  expect(isNamed(query('stern', 'ruth'), isListed)).toBe(false);
  expect(isNamed(query('meltzoff', 'stern', 'field', 'ruth'), isListed)).toBe(false);
});
