import { describe, expect, test } from 'vitest';
import { contrast, readPalettes } from './tokens.ts';

const grounds = ['paper', 'paper-2', 'accent-soft', 'accent-2-soft'];

/** What is set on what, and the least contrast it needs: 7 for body text, 4.5 for other words, 3 for lines. */
const pairs = [
  ...grounds.map((ground) => ['ink', ground, 7] as const),
  ...grounds.map((ground) => ['ink-2', ground, 4.5] as const),
  ...grounds.map((ground) => ['accent', ground, 4.5] as const),
  ...grounds.map((ground) => ['accent-2', ground, 4.5] as const),
  ['paper', 'ink', 7],
  ['edge', 'paper', 3],
  ['edge', 'paper-2', 3],
  ['focus', 'paper', 3],
  ['focus', 'paper-2', 3],
  ['ink', 'fig-tint', 4.5],
  ['ink', 'fig-tint-2', 4.5],
] as const;

describe.each(Object.entries(readPalettes()))('the %s theme', (_, palette) => {
  test.each(pairs)('%s on %s has a contrast of %d or more', (one, other, least) => {
    const colours = [palette.get(one), palette.get(other)];
    expect(colours).not.toContain(undefined);
    expect(contrast(colours[0] ?? '', colours[1] ?? '')).toBeGreaterThanOrEqual(least);
  });
});

test('contrast is computed as WCAG says', () => {
  expect(contrast('#000', '#fff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
