import { describe, expect, test } from 'vitest';
import { readDeclared } from '../../../src/content-model/build/read-content.ts';
import { textSize, textWidth, type Layout } from '../../../src/features/figures/model/layout.ts';
import { formatRest, plotPrevalence } from '../../../src/features/figures/model/prevalence-plot.ts';
import { words } from './words.ts';

const rows = readDeclared('prevalence', 'src/content').map(({ data }) => data);

test('what a row leaves open is said and not filled in', () => {
  const row = { order: 0, label: 'a', who: 'b', how: 'c', work: 'd', secure: 59 };
  expect(
    formatRest({ ...row, others: [{ name: 'avoidant', percent: 25 }] }, words.prevalence),
  ).toBe('The rest: avoidant\u00a025%, not stated 16%');
  expect(formatRest({ ...row, others: [] }, words.prevalence)).toBe('The rest: not given');
});

describe.each<Layout>(['wide', 'narrow'])('the %s layout', (layout) => {
  const plot = plotPrevalence(rows, layout, words.prevalence);

  test('draws every row in the order of the file', () => {
    expect(plot.lines.map(({ label }) => label)).toEqual(rows.map(({ label }) => label));
  });

  test('fills every bar to 100, give or take rounding, from one start', () => {
    for (const { bar, label } of plot.lines) {
      const sum = bar.parts.reduce((total, { percent }) => total + percent, 0);
      expect(Math.abs(sum - 100), label).toBeLessThanOrEqual(1);
      expect(bar.parts[0]).toMatchObject({ kind: 'secure', x: plot.barX });
    }
  });

  test('puts half of the scale where 50 per cent ends', () => {
    const part = plot.lines[0]?.bar.parts[0];
    const unit = (part?.width ?? 0) / (part?.percent ?? 1);
    expect(plot.barX + 50 * unit).toBeCloseTo(plot.halfX, 0);
  });

  test('keeps words inside the canvas and rows apart', () => {
    let above = 0;
    for (const { title, how, rest } of plot.lines) {
      for (const { x, lines } of [how, rest])
        for (const line of lines)
          expect(x + textWidth(line) * textSize).toBeLessThanOrEqual(plot.width);
      expect(title.y - 12).toBeGreaterThan(above);
      above = rest.y + (rest.lines.length - 1) * 19;
    }
    expect(above).toBeLessThan(plot.height);
  });
});
