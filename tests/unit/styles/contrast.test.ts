import { describe, expect, test } from 'vitest';
import { contrast, readPalettes } from './tokens.ts';

const backgrounds = ['paper', 'paper-2', 'accent-soft', 'accent-2-soft'];

/** Foreground, background and minimum contrast: 7 for body text, 4.5 for other text, 3 for lines. */
const pairs = [
  ...backgrounds.map((background) => ['ink', background, 7] as const),
  ...backgrounds.map((background) => ['ink-2', background, 4.5] as const),
  ...backgrounds.map((background) => ['accent', background, 4.5] as const),
  ...backgrounds.map((background) => ['accent-2', background, 4.5] as const),
  ['paper', 'ink', 7],
  ['edge', 'paper', 3],
  ['edge', 'paper-2', 3],
  ['focus', 'paper', 3],
  ['focus', 'paper-2', 3],
  ['ink', 'fig-tint', 4.5],
  ['ink', 'fig-tint-2', 4.5],
] as const;

describe.each(Object.entries(readPalettes()))('the %s theme', (_, palette) => {
  test.each(pairs)('%s on %s has a contrast of %d or more', (foreground, background, minimum) => {
    const colours = [palette.get(foreground), palette.get(background)];
    expect(colours).not.toContain(undefined);
    expect(contrast(colours[0] ?? '', colours[1] ?? '')).toBeGreaterThanOrEqual(minimum);
  });
});

test('contrast is computed as WCAG defines it', () => {
  expect(contrast('#000', '#fff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
