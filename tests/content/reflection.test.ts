import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { reflectionSchema } from '../../src/content-model/schemas/quiz.ts';

const reflection = reflectionSchema.parse(
  parse(readFileSync('src/content/reflection.yaml', 'utf8')),
);

test.each(['anxiety', 'avoidance'] as const)(
  '%s has six statements or more, some reversed',
  (dimension) => {
    const on = reflection.statements.filter((statement) => statement.dimension === dimension);
    expect(on.length).toBeGreaterThanOrEqual(6);
    const reversed = on.filter(({ reverse }) => reverse).length;
    expect(reversed).toBeGreaterThanOrEqual(2);
    expect(reversed).toBeLessThan(on.length);
  },
);

test('ids are unique and the regions are those of the map', () => {
  const ids = reflection.statements.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(reflection.regions.map(({ id }) => id)).toEqual([
    'secure',
    'anxious',
    'avoidant',
    'fearful-avoidant',
  ]);
});

test('the texts before and after say that it is no test and no diagnosis', () => {
  for (const words of [reflection.before, reflection.after]) {
    const [said = ''] = words.match(/[^.]*\bdiagnosis\b[^.]*/) ?? [];
    expect(said).toMatch(/\b(?:no|not|nor|neither)\b/);
    expect(said).toMatch(/\btest\b/);
  }
});

test('statements ask about one person, each about one thing', () => {
  expect(reflection.relationships.map(({ label }) => label).join()).not.toMatch(/in general/i);
  for (const { text } of reflection.statements) {
    expect(text).toMatch(/this person|our talk/);
    expect(text).not.toMatch(/\band\b/);
  }
});

test('no result labels a person', () => {
  const said = reflection.regions.flatMap(({ name, dayToDay, canChange }) => [
    name,
    dayToDay,
    canChange,
  ]);
  expect(said.join(' ')).not.toMatch(/you are (an? )?(secure|anxious|avoidant|fearful)|\btype\b/i);
});
