import { describe, expect, test } from 'vitest';
import { readDeclared } from '../../../src/content-model/build/read-content.ts';
import { bands, plotEvidence } from '../../../src/features/figures/model/evidence-plot.ts';
import { textSize, textWidth, type Layout } from '../../../src/features/figures/model/layout.ts';
import { words } from './words.ts';

const rows = readDeclared('effects', 'src/content').map(({ data }) => data);

describe.each<Layout>(['wide', 'narrow'])('the %s layout', (layout) => {
  const plot = plotEvidence(rows, layout, words.evidence);
  const lines = plot.groups.flatMap((group) => group.lines);

  test('draws every row once, under its heading', () => {
    const drawn = plot.groups.flatMap(({ title, lines }) =>
      lines.map(({ label }) => `${title.join(' ')}: ${label.lines.join(' ')}`),
    );
    expect(drawn.sort()).toEqual(rows.map(({ group, label }) => `${group}: ${label}`).sort());
  });

  test('puts the strongest first, and r = .30 on its threshold', () => {
    for (const group of plot.groups) {
      const places = group.lines.map(({ dotX }) => dotX);
      expect(places).toEqual([...places].sort((a, b) => b - a));
    }
    const medium = plot.thresholds[bands.findIndex(({ from }) => from === 0.3) - 1];
    const thirty = lines.find(({ value }) => value === 'r = .30');
    expect(thirty?.dotX).toBe(medium?.x);
  });

  test('keeps words, dots and values inside the canvas, rows apart', () => {
    let above = 0;
    for (const { label, dotX, y, value } of lines) {
      for (const line of label.lines)
        expect(textWidth(line) * textSize).toBeLessThanOrEqual(plot.width);
      expect(dotX + 11 + textWidth(value) * textSize).toBeLessThanOrEqual(plot.width);
      expect(label.y - 12).toBeGreaterThan(above);
      above = y;
    }
    expect(above).toBeLessThan(plot.height);
  });

  test('draws an interval only where the record gives one', () => {
    expect(lines.filter(({ interval }) => interval)).toHaveLength(
      rows.filter(({ lower, upper }) => lower !== undefined && upper !== undefined).length,
    );
    const [row] = rows;
    if (!row) throw new Error('no rows');
    const given = { ...row, metric: 'r' as const, value: 0.3, lower: 0.1, upper: 0.5 };
    const drawn = plotEvidence([given], layout, words.evidence);
    expect(drawn.groups[0]?.lines[0]?.interval).toEqual({
      from: drawn.thresholds[0]?.x,
      to: drawn.thresholds[2]?.x,
    });
  });
});
