import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  patternMap,
  toMapLength,
  toMapPoint,
} from '../../../src/features/figures/model/pattern-map.ts';
import { elementsIn, sizeOf } from './words.ts';

const { plot } = patternMap;
const middle = toMapPoint({ avoidance: 4, anxiety: 4 });
const folder = 'src/features/figures/drawings/';

test('avoidance runs to the right and anxiety upwards, from 1 to 7', () => {
  expect(toMapPoint({ avoidance: 1, anxiety: 1 })).toEqual({ x: plot.left, y: plot.bottom });
  expect(toMapPoint({ avoidance: 7, anxiety: 7 })).toEqual({ x: plot.right, y: plot.top });
  expect(middle).toEqual({ x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2 });
});

test('scores beyond the scale are drawn at its edge', () => {
  expect(toMapPoint({ avoidance: 0, anxiety: 9 })).toEqual({ x: plot.left, y: plot.top });
});

test('six steps of the scale span the map', () => {
  expect(toMapLength(6)).toBe(plot.right - plot.left);
});

test('the drawing has the canvas and axes that points are computed for, and each pattern in its quadrant', () => {
  const body = readFileSync(`${folder}only/pattern-map.svg`, 'utf8');
  expect(body).toContain(`viewBox="0 0 ${String(patternMap.width)} ${String(patternMap.height)}"`);
  const { left, top, right, bottom } = plot;
  expect(body).toContain(`d="M${String(left)} ${String(top)}V${String(bottom)}H${String(right)}"`);
  const quadrants = elementsIn({ body }, '.sb-name').map((name) => [
    name.properties['dataLines'],
    sizeOf(name, 'x') > middle.x,
    sizeOf(name, 'y') < middle.y,
  ]);
  expect(quadrants.sort()).toEqual([
    ['anxious', false, true],
    ['avoidant', true, false],
    ['fearful-avoidant', true, true],
    ['secure', false, false],
  ]);
});

test('contours reach over the middle, so that patterns overlap, and stay on the map', () => {
  const people = readFileSync(`${folder}people.svg`, 'utf8');
  const contours = elementsIn({ body: people }, '#patterns .sb-wash');
  expect(contours).toHaveLength(12);
  for (const at of [0, 3, 6, 9]) {
    const path = String(contours[at]?.properties['d']);
    const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
    const xs = numbers.filter((_, nth) => nth % 2 === 0);
    const ys = numbers.filter((_, nth) => nth % 2 === 1);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(plot.left);
    expect(Math.max(...xs)).toBeLessThanOrEqual(plot.right);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(plot.top);
    expect(Math.max(...ys)).toBeLessThanOrEqual(plot.bottom);
    const isRight = Math.max(...xs) > plot.right - 20;
    if (isRight) expect(Math.min(...xs)).toBeLessThan(middle.x);
    else expect(Math.max(...xs)).toBeGreaterThan(middle.x);
  }
});
