import { expect, test } from 'vitest';
import {
  lintProse,
  longestSentence,
  rulesFor,
} from '../../../src/content-model/lint/lint-prose.ts';

/** Names of broken rules, with the matched words. */
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
  ['They analyzed it.', 'american: analyzed'], // cspell:disable-line
  ['A child sets out from its base.', 'it: child sets out from its'],
  ['Can a newborn calm itself?', 'it: newborn calm itself'],
  ['Well done!', 'exclamation: !'],
  [`${words(longestSentence + 1)}.`, 'length: so so so so so'],
])('%s is reported', (text, fault) => {
  expect(found(text)).toEqual([fault]);
});

test.each([
  'Someone with an anxious pattern may cling.',
  'An avoidant pattern is no illness.',
  'The size of the prize did not seize anyone.',
  'Her behaviour changed; we recognise the signs.',
  'A baby may be anxious, and so may people.',
  'A bond with a baby, in its own time, takes care of itself.',
  `${words(longestSentence)}.`,
  `${words(20)}. Then ${words(20)}.`,
  `See Tronick et al. ${words(20)}.`,
])('%s has no fault', (text) => {
  expect(found(text)).toEqual([]);
});

test('a long sentence is not cut at an abbreviation', () => {
  expect(found(`${words(longestSentence - 5)} e.g. ${words(14)}.`)).toHaveLength(1);
});

test('each fault has a hint', () => {
  for (const { hint } of lintProse('Anxious people recognize it!')) expect(hint).toMatch(/\w+ \w+/);
});

test('rules of English spelling and of labels apply only to English', () => {
  const text = 'El color gris, y «an anxious person».';
  expect(lintProse(text).map(({ rule }) => rule)).toEqual(['label', 'american']);
  expect(lintProse(text, rulesFor('es'))).toEqual([]);
  expect(lintProse('¡Ay!', rulesFor('es')).map(({ rule }) => rule)).toEqual(['exclamation']);
});
