import { expect, test } from 'vitest';
import { english } from '../../../src/features/search/model/languages/english.ts';

test.each([
  ['disorganized', 'disorganised'],
  ['behavior', 'behaviour'],
  ['behaviors', 'behaviours'],
  ['center', 'centre'],
  ['counselor', 'counsellor'],
  ['analyze', 'analyse'],
  ['mentalizing', 'mentalising'],
  ['program', 'programme'],
])('%s is %s in Britain', (american, british) => {
  expect(english.otherSpelling(american)).toBe(british);
});

test.each(['size', 'prize', 'secure', 'mother', 'later', 'color blind'.slice(6)])(
  '%s has no other spelling',
  (word) => {
    expect(english.otherSpelling(word)).toBeUndefined();
  },
);
