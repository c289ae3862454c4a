import { expect, test } from 'vitest';
import {
  patternRegions,
  patternMap,
  toMapLength,
  toMapPoint,
} from '../../../src/features/figures/model/pattern-map.ts';

const { plot } = patternMap;

test('avoidance runs to the right and anxiety upwards, from 1 to 7', () => {
  expect(toMapPoint({ avoidance: 1, anxiety: 1 })).toEqual({ x: plot.left, y: plot.bottom });
  expect(toMapPoint({ avoidance: 7, anxiety: 7 })).toEqual({ x: plot.right, y: plot.top });
  const middle = toMapPoint({ avoidance: 4, anxiety: 4 });
  expect(middle).toEqual({ x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2 });
});

test('scores beyond the scale stand at its edge', () => {
  expect(toMapPoint({ avoidance: 0, anxiety: 9 })).toEqual({ x: plot.left, y: plot.top });
});

test('six steps of the scale span the map', () => {
  expect(toMapLength(6)).toBe(plot.right - plot.left);
});

test('each pattern lies in its own quarter', () => {
  const quarters = patternRegions.map(({ id, centre }) => [
    id,
    centre.avoidance > 4,
    centre.anxiety > 4,
  ]);
  expect(quarters.sort()).toEqual([
    ['anxious', false, true],
    ['avoidant', true, false],
    ['fearful-avoidant', true, true],
    ['secure', false, false],
  ]);
});

test('neighbourhoods reach over the middle, so that none has a border, and stay on the map', () => {
  for (const { contours, centre } of patternRegions) {
    const numbers = contours.map((path) => (path.match(/-?[\d.]+/g) ?? []).map(Number));
    const outer = numbers[0] ?? [];
    const xs = outer.filter((_, at) => at % 2 === 0);
    const ys = outer.filter((_, at) => at % 2 === 1);
    const middle = toMapPoint({ avoidance: 4, anxiety: 4 });
    if (centre.avoidance < 4) expect(Math.max(...xs)).toBeGreaterThan(middle.x);
    else expect(Math.min(...xs)).toBeLessThan(middle.x);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(plot.left);
    expect(Math.max(...xs)).toBeLessThanOrEqual(plot.right);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(plot.top);
    expect(Math.max(...ys)).toBeLessThanOrEqual(plot.bottom);
  }
});
