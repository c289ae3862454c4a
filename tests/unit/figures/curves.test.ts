import { describe, expect, test } from 'vitest';
import {
  drawStrands,
  gapAt,
  partings,
  rhythm,
  rhythmPath,
  rhythmPoints,
  strandPoint,
  type StrandsFrame,
} from '../../../src/features/figures/model/curves.ts';

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

const start = { x: 100, y: 100 };
const frames: StrandsFrame[] = [
  { along: 'x', start, length: 400, closest: 8, furthest: 100 },
  { along: 'y', start, length: 400, closest: 8, furthest: 100 },
];

test('the two start and end in step, and are in step for the smaller part of the time', () => {
  expect(gapAt(0)).toBe(0);
  expect(gapAt(1)).toBe(0);
  const apart = partings.reduce((sum, { from, to }) => sum + to - from, 0);
  expect(apart).toBeGreaterThan(0.5);
});

test('every parting is repaired before the next begins', () => {
  for (const [at, { to }] of partings.entries()) {
    const next = partings[at + 1]?.from ?? 1;
    expect(to).toBeLessThan(next);
    expect(gapAt((to + next) / 2)).toBe(0);
  }
});

describe.each(frames)('along $along', (frame) => {
  const across = frame.along === 'x' ? 'y' : 'x';

  test('the strands never cross and come no closer than when in step', () => {
    for (let moment = 0; moment <= 1; moment += 0.01) {
      const adult = strandPoint(frame, 'adult', moment)[across];
      const child = strandPoint(frame, 'child', moment)[across];
      expect(child - adult).toBeGreaterThanOrEqual(frame.closest - 1);
    }
  });

  test('time runs along the axis, from start to end', () => {
    expect(strandPoint(frame, 'adult', 0)[frame.along]).toBe(100);
    expect(strandPoint(frame, 'child', 1)[frame.along]).toBe(500);
  });

  test('draws three paths without holes', () => {
    for (const path of Object.values(drawStrands(frame))) {
      expect(path).toMatch(/^M[\d.,LCZ-]+$/);
      expect(path).not.toContain('NaN');
    }
  });
});
