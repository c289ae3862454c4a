import { expect, test } from 'vitest';
import { canBear } from '../../../src/features/findings/model/bearable.ts';

test.each([
  [['meta-analysis'], 'high', true],
  [['longitudinal study'], 'moderate', true],
  [['longitudinal study', 'theory'], 'high', false],
  [['theory'], 'very-low', true],
  [['theory', 'popular'], 'low', false],
  [['popular'], 'contested', true],
  [[], 'very-low', false],
] as const)('%j can bear %s: %s', (kinds, certainty, expected) => {
  expect(canBear([...kinds], certainty)).toBe(expected);
});
