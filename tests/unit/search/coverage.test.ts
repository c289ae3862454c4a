import { expect, test } from 'vitest';
import {
  leastCoverage,
  measureCoverage,
  type Found,
} from '../../../src/features/search/model/evidence.ts';

const about = { path: 'faq/', title: 'Questions', part: 0, aside: false };
const section = (anchor: string) => ({
  anchor,
  heading: anchor,
  page: about,
  length: 100,
  lines: [],
});
const sections = new Map([
  ['1', section('one')],
  ['2', section('two')],
]);
const found = (rarity: number, ...ids: string[]): Found => {
  const evidence = { text: 1, heading: 0, asked: 0, lines: new Map<number, number>() };
  return { rarity, records: new Map(ids.map((id) => [id, evidence])) };
};
const unit = (own: Found, synonyms = found(0), weight = 1) => ({ weight, own, synonyms });
const cover = (...units: ReturnType<typeof unit>[]) => measureCoverage(units, { sections });

test('what one section has counts, not what several have between them', () => {
  expect(cover(unit(found(3, '1')), unit(found(3, '1')))).toBe(1);
  expect(cover(unit(found(3, '1')), unit(found(3, '2')))).toBe(0.5);
});

test('a word that the guide does not have counts against it, an everyday one less', () => {
  expect(cover(unit(found(2, '1')), unit(found(0)))).toBeLessThan(leastCoverage);
  expect(cover(unit(found(3, '1')), unit(found(0), found(0), 0.3))).toBeGreaterThan(leastCoverage);
});

test('what the guide says for a word covers it', () => {
  expect(cover(unit(found(0), found(4, '2')))).toBe(1);
});

test('a work or a term covers only what it has nearly all of', () => {
  expect(cover(unit(found(4, 'work')))).toBe(1);
  expect(cover(unit(found(4, 'work')), unit(found(4, '1')))).toBe(0.5);
  expect(cover(unit(found(4, 'work')), unit(found(3, 'work')), unit(found(3)))).toBe(0);
});

test('an empty query is covered by nothing', () => {
  expect(cover()).toBe(0);
});
