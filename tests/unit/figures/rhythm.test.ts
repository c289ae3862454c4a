import { expect, test } from 'vitest';
import { rhythm, rhythmPath, rhythmPoints } from '../../../src/features/figures/model/rhythm.ts';

const box = { left: 10, top: 20, width: 300, height: 100 };

/** Mean level of a partner between two moments. */
function meanLevel(who: keyof typeof rhythm, from: number, to: number): number {
  const levels = rhythm[who].filter(([at]) => at >= from && at <= to).map(([, level]) => level);
  return levels.reduce((sum, level) => sum + level, 0) / levels.length;
}

test('both are lively, then quiet, then lively again', () => {
  for (const who of ['adult', 'child'] as const) {
    const pause = meanLevel(who, 1.3, 1.8);
    expect(meanLevel(who, 0.4, 1)).toBeGreaterThan(pause + 0.3);
    expect(meanLevel(who, 2.4, 3)).toBeGreaterThan(pause + 0.3);
  }
});

test('the grown-up brightens first, the baby turns away first and comes back first', () => {
  expect(meanLevel('adult', 0, 0.3)).toBeGreaterThan(meanLevel('child', 0, 0.3));
  expect(meanLevel('child', 1.1, 1.6)).toBeLessThan(meanLevel('adult', 1.1, 1.6));
  const firstBack = (who: keyof typeof rhythm) =>
    rhythm[who].find(([at, level]) => at > 1.6 && level > 0.4)?.[0] ?? Infinity;
  expect(firstBack('child')).toBeLessThan(firstBack('adult'));
});

test('curves run from end to end of their box and stay in it', () => {
  for (const who of ['adult', 'child'] as const) {
    const points = rhythmPoints(who, box);
    expect(points[0]?.x).toBe(10);
    expect(points.at(-1)?.x).toBe(310);
    for (const { y } of points) {
      expect(y).toBeGreaterThanOrEqual(20);
      expect(y).toBeLessThanOrEqual(120);
    }
    expect(rhythmPath(who, box)).toMatch(/^M10,[\d.]+C/);
  }
});
