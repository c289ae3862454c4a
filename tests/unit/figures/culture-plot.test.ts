import { describe, expect, test } from 'vitest';
import { readDeclared } from '../../../src/content-model/build/read-content.ts';
import { plotCulture } from '../../../src/features/figures/model/culture-plot.ts';
import { textWidth, type Layout } from '../../../src/features/figures/model/layout.ts';
import { words } from './words.ts';

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
  const plot = plotCulture(rows, layout, words.culture);

  test('draws every row, by number of infants, with all countries last', () => {
    expect(plot.lines).toHaveLength(rows.length);
    const infants = plot.lines.slice(0, -1).map((line) => line.infants);
    expect(infants).toEqual([...infants].sort((a, b) => b - a));
    expect(plot.lines.at(-1)).toMatchObject({ country: rows.at(-1)?.country, total: true });
  });

  test('draws one dot for each sample, beside a name it does not touch', () => {
    for (const { country, samples, dots, total } of plot.lines) {
      expect(dots).toHaveLength(total ? 0 : samples);
      const first = dots[0];
      if (first) expect(textWidth(country) * 16).toBeLessThan(first.x);
    }
  });

  test('keeps one scale in all columns, and bars and their numbers inside', () => {
    const bars = plot.lines.flatMap((line) => line.bars);
    const unit = (bars[0]?.width ?? 0) / (bars[0]?.percent ?? 1);
    for (const bar of bars) {
      expect(bar.width / bar.percent).toBeCloseTo(unit, 1);
      const next = plot.columns.map(({ x }) => x).find((x) => x > bar.x) ?? plot.width;
      expect(bar.x + bar.width + 24).toBeLessThanOrEqual(next);
    }
  });
});
