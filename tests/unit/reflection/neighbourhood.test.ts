import { expect, test } from 'vitest';
import {
  describePoint,
  whereabouts,
  neighbourhoods,
  type MapPoint,
  type RegionId,
} from '../../../src/features/reflection/model/score.ts';
import { parseSheets } from '../../../src/features/reflection/client/use-sheets.ts';

const point = (anxiety: number, avoidance: number, margin = 1): MapPoint => ({
  anxiety: { score: anxiety, margin },
  avoidance: { score: avoidance, margin },
});

test.each<[number, number, RegionId[]]>([
  [2, 2, ['secure']],
  [6, 2, ['anxious']],
  [2, 6, ['avoidant']],
  [6, 6, ['fearful-avoidant']],
  [3.6, 2, ['secure', 'anxious']],
  [6, 4.4, ['fearful-avoidant', 'anxious']],
])('worry %d and distance %d reach %j', (anxiety, avoidance, reached) => {
  expect(neighbourhoods(point(anxiety, avoidance))).toEqual(reached);
});

test('a point in the middle belongs to all four, one near it to the nearest first', () => {
  expect(neighbourhoods(point(4, 4))).toHaveLength(4);
  expect(neighbourhoods(point(4.3, 3.6))[0]).toBe('anxious');
});

test('the words name no type and give place, doubt and neighbourhoods', () => {
  const said = describePoint(point(3.6, 2));
  expect(said).toBe(
    'Worry about being loved: in the middle, at 3.6 give or take 1.0 on a scale from 1 to 7. ' +
      'Distance from closeness: low, at 2.0 give or take 1.0 on a scale from 1 to 7. ' +
      'That is nearest to the secure pattern, and the margin reaches into the anxious one.',
  );
  expect(said).not.toMatch(/you are|type|%/i);
  expect(whereabouts(['anxious', 'secure', 'avoidant', 'fearful-avoidant'])).toContain('all four');
});

test('kept answers are read with care', () => {
  const kept = { parent: { a: 3, b: 9, c: '4', d: 2.5 }, friend: 'x' };
  expect(parseSheets(kept)).toEqual({ parent: { a: 3 } });
  for (const json of [null, 1, [], 'parent']) expect(parseSheets(json)).toBeUndefined();
});
