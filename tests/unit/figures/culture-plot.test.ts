import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/features/figures/model/chart.ts';
import { readDeclared } from '../../../src/content-model/build/read-content.ts';
import { culture } from '../../../src/features/figures/model/culture-plot.ts';
import type { Layout } from '../../../src/features/figures/model/words.ts';
import { textWidth } from '../../../src/features/figures/model/wrap-text.ts';
import { elementsIn, textOf, sizeOf, words } from './words.ts';

const rows = readDeclared('culture', 'src/content').map(({ data }) => data);

test('the three classes of every country add up to 100, give or take rounding', () => {
  for (const row of rows) {
    const sum = row.secure_B_pct + row.avoidant_A_pct + row.resistant_C_pct;
    expect(Math.abs(sum - 100), row.country).toBeLessThanOrEqual(1);
  }
});

test('samples and infants of the countries add up to those of all countries', () => {
  const total = rows.at(-1);
  const countries = rows.filter((row) => row !== total);
  expect(countries.reduce((sum, { samples }) => sum + samples, 0)).toBe(total?.samples);
  expect(countries.reduce((sum, { infants }) => sum + infants, 0)).toBe(total?.infants);
});

describe.each<Layout>(['wide', 'narrow'])('the %s layout', (layout) => {
  const chart = drawChart(culture, rows, layout, words.culture);
  const names = elementsIn(chart, 'g > .sb-strong').map(textOf);

  test('draws every row, by number of infants, with all countries last', () => {
    const countries = rows.slice(0, -1).sort((a, b) => b.infants - a.infants);
    expect(names).toEqual([...countries, rows.at(-1)].map((row) => row?.country));
  });

  test('draws one dot for each sample, clear of the name', () => {
    for (const [at, { properties }] of elementsIn(chart, '.sb-sample').entries()) {
      const dots = [...String(properties['d']).matchAll(/M([\d.]+)/g)].map(([, x]) => Number(x));
      const row = rows.find(({ country }) => country === names[at]);
      expect(dots).toHaveLength(row === rows.at(-1) ? 0 : (row?.samples ?? NaN));
      for (const x of dots) expect(textWidth(names[at] ?? '') * 16).toBeLessThan(x);
    }
  });

  test('has one scale in all columns, and bars and numbers within their column', () => {
    const bars = elementsIn(chart, 'rect[rx]');
    const shares = elementsIn(chart, 'rect + text').map((text) => Number(textOf(text)));
    const [unit = NaN] = bars.map((bar) => sizeOf(bar, 'width') / (shares[0] ?? NaN));
    const columns = elementsIn(chart, 'svg > .sb-strong').map((heading) => sizeOf(heading, 'x'));
    expect(bars).toHaveLength(shares.length);
    for (const [at, bar] of bars.entries()) {
      const [x, width] = [sizeOf(bar, 'x'), sizeOf(bar, 'width')];
      expect(width / (shares[at] ?? NaN)).toBeCloseTo(unit, 1);
      const next = columns.find((column) => column > x) ?? chart.width;
      expect(x + width + 24).toBeLessThanOrEqual(next);
    }
  });
});
