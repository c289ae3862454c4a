import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/features/figures/model/chart.ts';
import { readDeclared } from '../../../src/content-model/build/read-content.ts';
import { bands, evidence } from '../../../src/features/figures/model/evidence-plot.ts';
import type { Layout } from '../../../src/features/figures/model/words.ts';
import { elementsIn, linesOf, textOf, sizeOf, words } from './words.ts';

const rows = readDeclared('effects', 'src/content').map(({ data }) => data);

describe.each<Layout>(['wide', 'narrow'])('the %s layout', (layout) => {
  const chart = drawChart(evidence, rows, layout, words.evidence);
  const groups = elementsIn(chart, 'g').map((group) => ({ body: toHtml(group, { space: 'svg' }) }));
  const thresholdsOf = (drawing: { body: string }) =>
    [...String(elementsIn(drawing, '.sb-dots')[0]?.properties['d']).matchAll(/M([\d.]+)/g)].map(
      ([, x]) => Number(x),
    );

  test('draws every row once, under its heading', () => {
    const labelled = groups.flatMap((group) => {
      const [heading] = elementsIn(group, '.sb-strong').map(textOf);
      const labels = elementsIn(group, 'text:not([class])').map(textOf);
      return labels.map((label) => `${heading ?? ''}: ${label}`);
    });
    expect(labelled.sort()).toEqual(rows.map(({ group, label }) => `${group}: ${label}`).sort());
  });

  test('puts the strongest first, and r = .30 on its threshold', () => {
    for (const group of groups) {
      const places = elementsIn(group, 'circle').map((dot) => sizeOf(dot, 'cx'));
      expect(places).toEqual([...places].sort((a, b) => b - a));
    }
    const dots = elementsIn(chart, 'circle').map((dot) => sizeOf(dot, 'cx'));
    const thirty = elementsIn(chart, '.sb-halo').findIndex((value) => textOf(value) === 'r = .30');
    expect(dots[thirty]).toBe(thresholdsOf(chart)[bands.findIndex(({ from }) => from === 0.3) - 1]);
  });

  test('keeps texts, dots and values inside the canvas, without overlapping rows', () => {
    for (const { x, width, anchor } of linesOf(chart))
      expect(x + width * (anchor === 'middle' ? 0.5 : 1)).toBeLessThanOrEqual(chart.width);
    let above = 0;
    const dots = elementsIn(chart, 'circle');
    for (const [at, label] of elementsIn(chart, 'text:not([class])').entries()) {
      expect(sizeOf(label, 'y') - 12).toBeGreaterThan(above);
      above = sizeOf(dots[at] ?? label, 'cy');
    }
    expect(above).toBeLessThan(chart.height);
  });

  test('draws an interval only where the data have one', () => {
    expect(elementsIn(chart, '.sb-bold')).toHaveLength(
      rows.filter(({ lower, upper }) => lower !== undefined && upper !== undefined).length,
    );
    const [row] = rows;
    if (!row) throw new Error('no rows');
    const given = { ...row, metric: 'r' as const, value: 0.3, lower: 0.1, upper: 0.5 };
    const one = drawChart(evidence, [given], layout, words.evidence);
    const [from, , to] = thresholdsOf(one);
    const [interval] = elementsIn(one, '.sb-bold').map(({ properties }) => String(properties['d']));
    expect(interval).toMatch(new RegExp(`^M${String(from)} [\\d.]+H${String(to)}$`));
  });
});
