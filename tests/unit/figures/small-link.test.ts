import { expect, test } from 'vitest';
import { drawChart } from '../../../src/features/figures/model/chart.ts';
import { displayEffect, smallLink } from '../../../src/features/figures/model/small-link.ts';
import { elementsIn, sizeOf, wordsOf } from './words.ts';

const effect = {
  ...{ label: 'a', group: 'b', metric: 'r' as const, value: 0.25 },
  ...{ work: 'c', page: 'd', pictured: true },
};
const text = wordsOf('small-link', { more: 'More', less: 'Less', secure: '{{secure}}' });

test.each([
  [0, 50, 50],
  [0.25, 62, 38],
  [-0.25, 38, 62],
  [0.3, 65, 35],
  [1, 100, 0],
])('r = %s is %s of 100 beside %s', (r, more, less) => {
  expect(displayEffect(r)).toEqual({ more, less });
});

test.each(['wide', 'narrow'] as const)('the %s drawing has two hundred separate dots', (layout) => {
  const drawing = drawChart(smallLink, [effect], layout, text);
  const dots = elementsIn(drawing, 'circle').map((dot) => ({
    x: sizeOf(dot, 'cx'),
    y: sizeOf(dot, 'cy'),
    radius: sizeOf(dot, 'r'),
  }));
  expect(dots).toHaveLength(200);
  expect(new Set(dots.map(({ x, y }) => `${String(x)} ${String(y)}`)).size).toBe(200);
  expect(
    ['g:first-child', 'g:last-child'].map((set) => elementsIn(drawing, `${set} .sb-dot`).length),
  ).toEqual([62, 38]);
  for (const { x, y, radius } of dots) {
    expect(x - radius).toBeGreaterThanOrEqual(0);
    expect(x + radius).toBeLessThanOrEqual(drawing.width);
    expect(y + radius).toBeLessThanOrEqual(drawing.height);
  }
});
