import { expect, test } from 'vitest';
import {
  describeSupport,
  grades,
  maxCertainty,
  supports,
} from '../../../src/features/findings/model/grading.ts';
import {
  evidenceKindSchema,
  type EvidenceKind,
} from '../../../src/content-model/schemas/evidence.ts';

const cases: [EvidenceKind[][], string | undefined][] = [
  [[['meta-analysis'], ['meta-analysis']], 'high'],
  [[['meta-analysis']], 'moderate'],
  [[['review'], ['theory']], 'moderate'],
  [[['experiment'], ['longitudinal study']], 'moderate'],
  [[['longitudinal study']], 'low'],
  [[['observational'], ['observational']], 'low'],
  [[['observational'], ['instrument'], ['observational']], 'moderate'],
  // A work with two designs counts once.
  [[['observational', 'experiment']], 'low'],
  [[['observational', 'experiment'], ['experiment']], 'moderate'],
  [[['theory'], ['popular'], ['theory']], 'very-low'],
  // Official guidance supports as much as a textbook, however many works there are.
  [[['guidance'], ['guidance'], ['guidance']], 'low'],
  [[], undefined],
];

test.each(cases)('works %j support %s at most', (works, highest) => {
  expect(maxCertainty(works)).toBe(highest);
});

test('works support every grade below the highest, and any two support "contested"', () => {
  expect(supports([['meta-analysis'], ['meta-analysis']], 'low')).toBe(true);
  expect(supports([['experiment']], 'moderate')).toBe(false);
  expect(supports([['popular'], ['theory']], 'contested')).toBe(true);
  expect(supports([['meta-analysis']], 'contested')).toBe(false);
});

test('every kind of evidence supports some grade', () => {
  for (const kind of evidenceKindSchema.options) expect(maxCertainty([[kind]])).toBeDefined();
});

test('the rule is described in words', () => {
  expect(grades.flatMap(describeSupport)).toEqual([
    'two or more meta-analyses',
    'one meta-analysis or review',
    'two or more experiments or longitudinal studies',
    'three or more experiments, longitudinal studies, observational studies or measures',
    'one experiment, longitudinal study, observational study, measure, textbook or guidance',
    'one theory or popular work',
  ]);
});
