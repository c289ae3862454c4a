import { expect, test } from 'vitest';
import {
  bears,
  ceilingOf,
  describeSupport,
  grades,
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
  // Official advice bears what a textbook bears, however much of it there is.
  [[['guidance'], ['guidance'], ['guidance']], 'low'],
  [[], undefined],
];

test.each(cases)('works %j can bear %s at most', (works, ceiling) => {
  expect(ceilingOf(works)).toBe(ceiling);
});

test('a weaker grade than the ceiling is always borne, and "contested" by any two works', () => {
  expect(bears([['meta-analysis'], ['meta-analysis']], 'low')).toBe(true);
  expect(bears([['experiment']], 'moderate')).toBe(false);
  expect(bears([['popular'], ['theory']], 'contested')).toBe(true);
  expect(bears([['meta-analysis']], 'contested')).toBe(false);
});

test('every kind of evidence bears something', () => {
  for (const kind of evidenceKindSchema.options) expect(ceilingOf([[kind]])).toBeDefined();
});

test('the rule can be read as words', () => {
  expect(grades.flatMap(describeSupport)).toEqual([
    'two or more meta-analyses',
    'one meta-analysis or review',
    'two or more experiments or longitudinal studies',
    'three or more experiments, longitudinal studies, observational studies or measures',
    'one experiment, longitudinal study, observational study, measure, textbook or guidance',
    'one theory or popular work',
  ]);
});
