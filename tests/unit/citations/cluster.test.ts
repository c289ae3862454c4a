import { expect, test } from 'vitest';
import {
  cacheKeyOf,
  parseLocator,
  splitIds,
} from '../../../src/features/citations/model/print/cluster.ts';

test.each([
  ['p. 452', { label: 'page', locator: '452' }],
  ['pp. 3–5', { label: 'page', locator: '3–5' }],
  ['chapter 4', { label: 'chapter', locator: '4' }],
  ['Section 2.1', { label: 'section', locator: '2.1' }],
])('reads the locator %s', (written, expected) => {
  expect(parseLocator(written)).toEqual(expected);
});

test('names the labels it knows when a locator has another', () => {
  expect(() => parseLocator('leaf 4')).toThrow(/leaf 4.*\bp\., chap\./s);
});

test('splits ids at spaces or commas', () => {
  expect(splitIds(' a b, c ')).toEqual(['a', 'b', 'c']);
});

test('gives a citation the same cache key anywhere on a page', () => {
  const attributes = { id: 'a b', narrative: true, suffix: 'for a review' };
  expect(cacheKeyOf({ ...attributes, ...{ use: '12', number: 3 } })).toBe(cacheKeyOf(attributes));
  expect(cacheKeyOf({ ...attributes, locator: 'p. 4' })).not.toBe(cacheKeyOf(attributes));
});
