import { expect, test } from 'vitest';
import {
  itemScore,
  missingAnswers,
  neededAnswers,
  scoreReflection,
  describePoint,
  describeRegions,
  reachedRegions,
  type ReflectionAnswers,
  type Statement,
  type MapPoint,
  type RegionId,
} from '../../../src/features/reflection/model/score.ts';
import { parseAnswersByRelationship } from '../../../src/features/reflection/client/ReflectionIsland.tsx';

/** Seven statements on each dimension, of which the last three are reverse items. */
const statements: Statement[] = (['anxiety', 'avoidance'] as const).flatMap((dimension) =>
  Array.from({ length: 7 }, (_, at) => ({
    id: `${dimension}-${String(at)}`,
    dimension,
    reverse: at >= 4,
  })),
);

/** Answers with the same item score for every statement of a dimension. */
function answersWithScores(anxiety: number, avoidance: number): ReflectionAnswers {
  return Object.fromEntries(
    statements.map((one) => [
      one.id,
      itemScore(one, one.dimension === 'anxiety' ? anxiety : avoidance),
    ]),
  );
}

test.each([
  [1, 7],
  [4, 4],
  [6, 2],
])('answers with item scores %d and %d give those scores, with reverse items too', (a, b) => {
  const { anxiety, avoidance } = scoreReflection(statements, answersWithScores(a, b));
  expect(anxiety?.score).toBeCloseTo(a);
  expect(avoidance?.score).toBeCloseTo(b);
});

test('a reverse statement counts as 8 minus the answer', () => {
  expect(itemScore({ reverse: true }, 7)).toBe(1);
  expect(itemScore({ reverse: true }, 2)).toBe(6);
  expect(itemScore({ reverse: false }, 2)).toBe(2);
});

test('agreeing with every statement gives a score near the midpoint with a wide margin', () => {
  const yes = Object.fromEntries(statements.map(({ id }) => [id, 7]));
  const { anxiety } = scoreReflection(statements, yes);
  // Four sevens and three ones: mean 31/7, range 6.
  expect(anxiety?.score).toBeCloseTo(31 / 7);
  expect(anxiety?.margin).toBeCloseTo(2);
});

test('the margin is the same as in the instructions for scoring by hand', () => {
  const own: ReflectionAnswers = { ...answersWithScores(4, 4), 'anxiety-0': 2, 'anxiety-1': 6 };
  const six = Object.fromEntries(Object.entries(own).filter(([id]) => id !== 'anxiety-2'));
  // Highest 6, lowest 2: 4 doubled is 8, by six for seven answers and by five for six.
  expect(scoreReflection(statements, own).anxiety?.margin).toBeCloseTo(8 / 6);
  expect(scoreReflection(statements, six).anxiety?.margin).toBeCloseTo(8 / 5);
});

test('the margin is at least one step, even if all answers agree', () => {
  expect(scoreReflection(statements, answersWithScores(3, 3)).anxiety?.margin).toBe(1);
});

test('one answer of seven may be missing but not two, counted for each dimension', () => {
  expect(neededAnswers(statements, 'anxiety')).toBe(6);
  expect(neededAnswers(statements.slice(0, 6), 'anxiety')).toBe(5);
  const full = answersWithScores(5, 2);
  const without = (...ids: string[]) =>
    Object.fromEntries(Object.entries(full).filter(([id]) => !ids.includes(id)));
  expect(scoreReflection(statements, without('anxiety-0')).anxiety?.score).toBeCloseTo(5);
  const gap = scoreReflection(statements, without('anxiety-0', 'anxiety-5'));
  expect(gap.anxiety).toBeUndefined();
  expect(gap.avoidance?.score).toBeCloseTo(2);
});

test('reports how many answers a point still needs', () => {
  expect(missingAnswers(statements, {})).toContain('at least 12 more');
  expect(missingAnswers(statements, answersWithScores(4, 4))).toBeUndefined();
});

test('a property inherited from Object.prototype is not an answer', () => {
  const odd: Statement[] = statements.map((one, at) =>
    at === 0 ? { ...one, id: 'toString' } : one,
  );
  expect(scoreReflection(odd, answersWithScores(5, 5)).anxiety?.score).toBeCloseTo(5);
});

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
  expect(reachedRegions(point(anxiety, avoidance))).toEqual(reached);
});

test('a point at the midpoint reaches all four regions; the nearest is first', () => {
  expect(reachedRegions(point(4, 4))).toHaveLength(4);
  expect(reachedRegions(point(4.3, 3.6))[0]).toBe('anxious');
});

test('the description gives scores, margins and regions, and calls nobody a type', () => {
  const description = describePoint(point(3.6, 2));
  expect(description).toBe(
    'Worry about being loved: in the middle, at 3.6 give or take 1.0 on a scale from 1 to 7. ' +
      'Distance from closeness: low, at 2.0 give or take 1.0 on a scale from 1 to 7. ' +
      'That is nearest to the secure pattern, and the margin reaches into the anxious one.',
  );
  expect(description).not.toMatch(/you are|type|%/i);
  expect(describeRegions(['anxious', 'secure', 'avoidant', 'fearful-avoidant'])).toContain(
    'all four',
  );
});

test('stored answers of the wrong shape are dropped', () => {
  const stored = { parent: { a: 3, b: 9, c: '4', d: 2.5 }, friend: 'x' };
  expect(parseAnswersByRelationship(stored)).toEqual({ parent: { a: 3 } });
  for (const json of [null, 1, [], 'parent'])
    expect(parseAnswersByRelationship(json)).toBeUndefined();
});
