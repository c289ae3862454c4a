import type { Effect } from '../../../schemas/figure-data.ts';

/** A stretch of the scale of correlations, with its everyday word. */
export interface Band {
  word: string;
  /** Smallest correlation in it. */
  from: number;
}

/**
 * Bands of |r| by Cohen's convention: .10 small, .30 medium, .50 large.
 * Cohen, J. (1988). Statistical power analysis for the behavioral sciences (2nd ed.).
 */
export const bands: Band[] = [
  { word: 'next to none', from: 0 },
  { word: 'small', from: 0.1 },
  { word: 'medium', from: 0.3 },
  { word: 'strong', from: 0.5 },
];

/** The everyday word for a correlation's strength, whatever its sign, once it is rounded to print. */
export function strengthWord(r: number): string {
  const size = Math.round(Math.abs(r) * 100) / 100;
  return bands.findLast(({ from }) => size >= from)?.word ?? '';
}

/**
 * An effect's value as a correlation. A difference d or g becomes r = d / √(d² + 4), which holds for
 * two groups of the same size; with unequal groups the true r is a little smaller.
 */
export function toCorrelation(metric: Effect['metric'], value: number): number {
  return metric === 'r' ? value : value / Math.sqrt(value ** 2 + 4);
}

/** The value as the field prints it: r without a leading zero, d and g with one. */
export function formatEffect(metric: Effect['metric'], value: number): string {
  const digits = value.toFixed(2).replace('-', '−');
  return `${metric} = ${metric === 'r' ? digits.replace('0.', '.') : digits}`;
}
