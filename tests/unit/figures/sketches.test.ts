import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { elementsIn } from './words.ts';

type Point = [x: number, y: number];

/** End points of the Bézier curves of a path, with its start. */
function pointsOf(layout: string, name: string, className: string): Point[] {
  const body = readFileSync(`src/features/figures/drawings/${layout}/${name}.svg`, 'utf8');
  const path = String(elementsIn({ body }, `.${className}`)[0]?.properties['d']);
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  const points = numbers.flatMap((x, at): Point[] =>
    at % 2 === 0 ? [[x, numbers[at + 1] ?? NaN]] : [],
  );
  return points.filter((_, at) => at % 3 === 0);
}

/** Interpolates a curve linearly: its coordinate across the axis at a position along it. */
function interpolate(points: Point[], along: 0 | 1, position: number): number {
  const across = along === 0 ? 1 : 0;
  const next = points.findIndex((point) => point[along] >= position);
  const to = points[next];
  const from = points[next - 1] ?? to;
  if (!to || !from) return NaN;
  const fraction = to === from ? 0 : (position - from[along]) / (to[along] - from[along]);
  return from[across] * (1 - fraction) + to[across] * fraction;
}

describe.each(['wide', 'narrow'])('the %s rhythm', (layout) => {
  const adult = pointsOf(layout, 'synchrony-rhythm', 'sb-adult');
  const child = pointsOf(layout, 'synchrony-rhythm', 'sb-child');
  const left = adult[0]?.[0] ?? NaN;
  const phase = ((adult.at(-1)?.[0] ?? NaN) - left) / 3;
  /** Mean height of the points between two times, in phases: engage, pause, return. */
  const level = (points: Point[], from: number, to: number) => {
    const ys = points
      .filter(([x]) => x >= left + from * phase - 1 && x <= left + to * phase + 1)
      .map(([, y]) => -y);
    return ys.reduce((sum, y) => sum + y, 0) / ys.length;
  };

  test('shows both lively, then quiet, then lively again', () => {
    for (const points of [adult, child]) {
      const pause = level(points, 1.2, 2);
      expect(level(points, 0.4, 1)).toBeGreaterThan(pause + 30);
      expect(level(points, 2.4, 3)).toBeGreaterThan(pause + 30);
    }
  });

  test('has the adult brighten first, and the baby turn away and return first', () => {
    expect(level(adult, 0, 0.3)).toBeGreaterThan(level(child, 0, 0.3));
    expect(level(child, 1.1, 1.6)).toBeLessThan(level(adult, 1.1, 1.6));
    const back = (points: Point[]) =>
      points.find(([x, y]) => x > left + 1.6 * phase && -y > level(points, 1.2, 2) + 20)?.[0] ??
      NaN;
    expect(back(child)).toBeLessThan(back(adult));
  });
});

describe.each([
  ['wide', 0],
  ['narrow', 1],
] as const)('the %s strands', (layout, along) => {
  const adult = pointsOf(layout, 'match-mismatch-repair', 'sb-adult');
  const child = pointsOf(layout, 'match-mismatch-repair', 'sb-child');
  const [start, end] = [adult[0]?.[along] ?? NaN, adult.at(-1)?.[along] ?? NaN];
  const gaps = Array.from({ length: 101 }, (_, step) => {
    const position = start + ((end - start) * step) / 100;
    return interpolate(child, along, position) - interpolate(adult, along, position);
  });

  test('start and end in step, never cross, and are out of step for most of the time', () => {
    const closest = gaps[0] ?? NaN;
    expect(gaps.at(-1)).toBe(closest);
    expect(Math.min(...gaps)).toBeGreaterThan(closest - 2);
    expect(gaps.filter((gap) => gap > closest + 2).length).toBeGreaterThan(50);
  });

  test('return to each other after each of two separations', () => {
    const apart = gaps.map((gap) => gap > 20);
    const separations = apart.filter((isApart, step) => isApart && !apart[step - 1]).length;
    expect(separations).toBe(2);
    expect(apart.at(-1)).toBe(false);
  });
});
