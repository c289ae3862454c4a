import { describe, expect, test } from 'vitest';
import {
  drawStrands,
  gapAt,
  partings,
  strandPoint,
  type StrandsFrame,
} from '../../../src/features/figures/model/strands.ts';

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
