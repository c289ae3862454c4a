import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/features/figures/model/chart.ts';
import { readDeclared } from '../../../src/content-model/build/read-content.ts';
import { toTenth } from '../../../src/features/figures/model/chart.ts';
import { formatRest, prevalence } from '../../../src/features/figures/model/prevalence-plot.ts';
import type { Layout } from '../../../src/features/figures/model/words.ts';
import { elementsIn, linesOf, textOf, sizeOf, words } from './words.ts';

const rows = readDeclared('prevalence', 'src/content').map(({ data }) => data);

test('percentages that a row does not state are reported as not stated', () => {
  const row = { order: 0, label: 'a', who: 'b', how: 'c', work: 'd', secure: 59 };
  expect(
    formatRest({ ...row, others: [{ name: 'avoidant', percent: 25 }] }, words.prevalence),
  ).toBe('The rest: avoidant\u00a025%, not stated 16%');
  expect(formatRest({ ...row, others: [] }, words.prevalence)).toBe('The rest: not given');
});

describe.each<Layout>(['wide', 'narrow'])('the %s layout', (layout) => {
  const chart = drawChart(prevalence, rows, layout, words.prevalence);
  const bars = elementsIn(chart, 'rect[rx]');

  test('draws every row in the order of the file', () => {
    const labels = elementsIn(chart, 'g > .sb-strong:first-child').map(textOf);
    expect(labels).toEqual(rows.map(({ label }) => label));
  });

  test('fills every bar to 100 per cent, except for rounding, from one left edge', () => {
    const [start = NaN] = bars.map((bar) => sizeOf(bar, 'x'));
    const whole = layout === 'wide' ? 354 : 336;
    for (const y of new Set(bars.map((bar) => sizeOf(bar, 'y')))) {
      const parts = bars.filter((bar) => sizeOf(bar, 'y') === y);
      const sum = parts.reduce((total, bar) => total + sizeOf(bar, 'width'), 0);
      expect(Math.abs(sum / whole - 1)).toBeLessThanOrEqual(0.01);
      expect(Math.min(...parts.map((bar) => sizeOf(bar, 'x')))).toBe(start);
    }
  });

  test('puts the line of half at 50 per cent of the scale', () => {
    const [first] = bars;
    const [secure = NaN] = rows.map((row) => row.secure);
    const [half] = elementsIn(chart, 'svg > text').map((word) => sizeOf(word, 'x'));
    if (!first) throw new Error('no bars');
    const end = sizeOf(first, 'x') + (50 * sizeOf(first, 'width')) / secure;
    expect(toTenth(end)).toBeCloseTo(half ?? NaN, 0);
  });

  test('keeps text inside the canvas, without overlapping rows', () => {
    for (const { x, width, anchor } of linesOf(chart))
      if (anchor !== 'middle') expect(x + width).toBeLessThanOrEqual(chart.width);
    let above = 0;
    for (const group of elementsIn(chart, 'g')) {
      const body = toHtml(group, { space: 'svg' });
      const places = linesOf({ ...chart, body }).map(({ y }) => y);
      expect(Math.min(...places) - 12).toBeGreaterThan(above);
      above = Math.max(...places);
    }
    expect(above).toBeLessThan(chart.height);
  });
});
