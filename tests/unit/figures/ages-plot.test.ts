import { expect, test } from 'vitest';
import { describeSpan, plotAges } from '../../../src/features/figures/model/ages-plot.ts';
import { words } from './words.ts';

const spans = [
  { what: 'Smiles', order: 0, from: 0, to: 6, note: '', work: 'a' },
  { what: 'Shuts the door', order: 1, from: 132, to: 216, peak: 168, note: '', work: 'b' },
];

test.each(['wide', 'narrow'] as const)('every bar of the %s chart lies on the axis', (layout) => {
  const { lines, width, ticks } = plotAges(spans, layout, words.ages);
  for (const { bar } of lines) {
    expect(bar.x).toBeGreaterThanOrEqual(ticks[0]?.x ?? NaN);
    expect(bar.x + bar.width).toBeLessThanOrEqual((ticks.at(-1)?.x ?? NaN) + 0.1);
    expect(bar.width).toBeGreaterThan(0);
  }
  expect(ticks.at(-1)?.x).toBeLessThan(width);
  expect(lines[1]?.bar.x).toBe(ticks.find(({ label }) => label === '11\u00a0y')?.x);
  expect(lines[0]?.peakX).toBeUndefined();
  expect(lines[1]?.peakX).toBe(
    ticks.find(({ label }) => label === '14\u00a0y')?.x ?? lines[1]?.peakX,
  );
});

test.each([
  [0, 7, 'from birth to 7 months'],
  [6, 36, 'from 6 months to 3 years'],
  [9, 18, 'from 9 to 18 months'],
  [84, 144, 'from 7 to 12 years'],
])('%i to %i months is told as “%s”', (from, to, told) => {
  expect(describeSpan({ from, to }, words.ages)).toBe(told);
});
