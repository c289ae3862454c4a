import { expect, test } from 'vitest';
import { excerptOf } from '../../../src/lib/search/excerpt.ts';

const text = Array.from({ length: 100 }, (_, index) => `w${String(index)}`).join(' ');
const shown = (places: number[][], length?: number) =>
  excerptOf(text, places, length)
    .map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
    .join('');

test('matches are marked, and neighbours share a mark', () => {
  expect(shown([[2], [3]], 6)).toBe('… w1 [w2 w3] w4 w5 w6 …');
});

test('it shows the stretch with the most units', () => {
  expect(shown([[5, 6, 7, 60], [61]], 12)).toBe(
    '… w58 w59 [w60 w61] w62 w63 w64 w65 w66 w67 w68 w69 …',
  );
});

test('a match at the end is shown with what comes before', () => {
  expect(shown([[99]], 4)).toBe('… w96 w97 w98 [w99]');
});

test('without matches it is the beginning', () => {
  expect(shown([[]], 3)).toBe('w0 w1 w2 …');
});
