import { expect, test } from 'vitest';
import { toSpeech, toUtterances } from '../../../src/features/listening/model/speakable.ts';

test.each([
  ['r = .25 over 174 samples', 'r equals 0.25 over 174 samples'],
  ['d = −0.31', 'd equals minus 0.31'],
  ['p < .05', 'p is less than 0.05'],
  ['about 58% of them', 'about 58 per cent of them'],
  ['from 2–7 years', 'from 2 to 7 years'],
  ['Tronick (1978) filmed', 'Tronick filmed'],
  ['a toy, e.g. a rabbit', 'a toy, for example a rabbit'],
  ['Main & Solomon et al. found', 'Main and Solomon and others found'],
  ['It cost £3.50 .', 'It cost £3.50.'],
])('%s is read as %s', (text, spoken) => {
  expect(toSpeech(text)).toBe(spoken);
});

test('a passage is split into sentences, but not at decimal points', () => {
  expect(toUtterances('It was 0.5 on average. “Was it?” Yes!')).toEqual([
    'It was 0.5 on average.',
    '“Was it?”',
    'Yes!',
  ]);
});

test('a long sentence is split at a comma, without losing text', () => {
  const sentence = `${'one two three four five, '.repeat(20)}end.`;
  const parts = toUtterances(sentence);
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(220);
  expect(parts.join(' ')).toBe(sentence);
});

test('text without a full stop is spoken, too', () => {
  expect(toUtterances('A heading')).toEqual(['A heading']);
  expect(toUtterances('')).toEqual([]);
});
