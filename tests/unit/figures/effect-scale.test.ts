import { expect, test } from 'vitest';
import {
  formatEffect,
  strengthOf,
  toCorrelation,
} from '../../../src/features/figures/model/evidence-plot.ts';

test('a correlation is not converted', () => {
  expect(toCorrelation('r', 0.31)).toBe(0.31);
});

test.each([
  [0.2, 0.1],
  [0.5, 0.24],
  [0.8, 0.37],
  [0.39, 0.19],
])('d = %f is r = %f', (d, r) => {
  expect(toCorrelation('d', d)).toBeCloseTo(r, 2);
  expect(toCorrelation('g', -d)).toBeCloseTo(-r, 2);
});

test('converting d to r and back gives d, by d = 2r / √(1 − r²)', () => {
  const r = toCorrelation('d', 0.68);
  expect((2 * r) / Math.sqrt(1 - r ** 2)).toBeCloseTo(0.68, 10);
});

test.each([
  [0, 'none'],
  [0.09, 'none'],
  // d = 0.20 is r = .0995, shown as .10.
  [toCorrelation('d', 0.2), 'small'],
  [0.1, 'small'],
  [-0.29, 'small'],
  [0.3, 'medium'],
  [0.5, 'strong'],
  [0.9, 'strong'],
])('r = %f is called %s', (r, word) => {
  expect(strengthOf(r)).toBe(word);
});

test('r is printed without a leading zero, d with one', () => {
  expect(formatEffect('r', 0.3)).toBe('r = .30');
  expect(formatEffect('d', 0.2)).toBe('d = 0.20');
  expect(formatEffect('g', -0.11)).toBe('g = −0.11');
});
