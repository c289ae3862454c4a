import { expect, test } from 'vitest';
import { lintProse } from '../../../../src/lib/content/prose/lint-prose.ts';

/** Rules broken, with the words found. */
const found = (text: string) => lintProse(text).map((fault) => `${fault.rule}: ${fault.found}`);

const words = (count: number) => Array.from({ length: count }, () => 'so').join(' ');

test.each([
  ['An anxious person clings.', 'label: anxious person'],
  ['Anxious people cling.', 'label: Anxious people'],
  ['Many avoidants leave.', 'label: avoidants'],
  ['Perhaps you are an avoidant.', 'label: an avoidant'],
  ['It splits insecurely attached infants in two.', 'label: insecurely attached infants'],
  ['Those fearful-avoidant partners wait.', 'label: fearful-avoidant partners'],
  ['Her behavior changed.', 'american: behavior'],
  ['We recognize the signs.', 'american: recognize'],
  ['They analyzed it.', 'american: analyzed'],
  ['Well done!', 'exclamation: !'],
  [`${words(31)}.`, 'length: so so so so so'],
])('%s is noticed', (text, fault) => {
  expect(found(text)).toEqual([fault]);
});

test.each([
  'Someone with an anxious pattern may cling.',
  'An avoidant pattern is no illness.',
  'The size of the prize did not seize anyone.',
  'Her behaviour changed; we recognise the signs.',
  'A baby may be anxious, and so may people.',
  `${words(25)}.`,
  `${words(20)}. Then ${words(20)}.`,
  `See Tronick et al. ${words(20)}.`,
])('%s is well written', (text) => {
  expect(found(text)).toEqual([]);
});

test('a long sentence is not cut at an abbreviation', () => {
  expect(found(`${words(16)} e.g. ${words(16)}.`)).toHaveLength(1);
});

test('each fault says how to mend it', () => {
  for (const { hint } of lintProse('Anxious people recognize it!')) expect(hint).toMatch(/\w+ \w+/);
});
