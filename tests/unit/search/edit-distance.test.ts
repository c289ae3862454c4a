import { expect, test } from 'vitest';
import { editDistance } from '../../../src/features/search/model/correct.ts';

test.each([
  ['attachment', 'attachment', 0],
  ['atachment', 'attachment', 1],
  ['attahcment', 'attachment', 1],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
])('from %j to %j it is %i', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

test('it stops at the limit', () => {
  expect(editDistance('kitten', 'sitting', 1)).toBe(2);
  expect(editDistance('a'.repeat(200), 'b', 2)).toBe(3);
});
