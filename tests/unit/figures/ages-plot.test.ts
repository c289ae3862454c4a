import { expect, test } from 'vitest';
import { drawChart } from '../../../src/features/figures/model/chart.ts';
import { ages, describeSpan } from '../../../src/features/figures/model/ages-plot.ts';
import { elementsIn, textOf, sizeOf, words } from './words.ts';

const spans = [
  { what: 'Smiles', order: 0, from: 0, to: 6, note: '', work: 'a' },
  { what: 'Shuts the door', order: 1, from: 132, to: 216, peak: 168, note: '', work: 'b' },
];

test.each(['wide', 'narrow'] as const)('every bar of the %s chart lies on the axis', (layout) => {
  const chart = drawChart(ages, spans, layout, words.ages);
  const ticks = new Map(
    elementsIn(chart, '.sb-mute').map((tick) => [textOf(tick), sizeOf(tick, 'x')]),
  );
  const places = [...ticks.values()];
  const bars = elementsIn(chart, 'rect[rx]');
  for (const bar of bars) {
    expect(sizeOf(bar, 'x')).toBeGreaterThanOrEqual(Math.min(...places));
    const end = sizeOf(bar, 'x') + sizeOf(bar, 'width');
    expect(end).toBeLessThanOrEqual(Math.max(...places) + 0.1);
    expect(sizeOf(bar, 'width')).toBeGreaterThan(0);
  }
  expect(Math.max(...places)).toBeLessThan(chart.width);
  expect(bars.map((bar) => sizeOf(bar, 'x'))).toEqual([ticks.get('birth'), ticks.get('11\u00a0y')]);
  const peaks = elementsIn(chart, 'circle').map((peak) => sizeOf(peak, 'cx'));
  expect(peaks).toHaveLength(1);
  expect(peaks[0]).toBe(ticks.get('14\u00a0y') ?? peaks[0]);
});

test.each([
  [0, 7, 'from birth to 7 months'],
  [6, 36, 'from 6 months to 3 years'],
  [9, 18, 'from 9 to 18 months'],
  [84, 144, 'from 7 to 12 years'],
])('%i to %i months is “%s”', (from, to, description) => {
  expect(describeSpan({ from, to }, words.ages)).toBe(description);
});
