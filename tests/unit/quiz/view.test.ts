import { expect, test } from 'vitest';
import { questionHash } from '../../../src/features/quiz/model/view.ts';
import { questions } from './questions.ts';

const { one, order, match, trueFalse } = questions;

test('editing the stem, kind, parts or answer key changes the hash', () => {
  const [first, ...rest] = one.choices;
  const edits = [
    { ...one, stem: 'Which one?' },
    { ...one, kind: 'situation' as const },
    { ...one, choices: [{ ...first, text: 'other', correct: false, feedback: '' }, ...rest] },
    { ...one, choices: one.choices.map((choice) => ({ ...choice, correct: !choice.correct })) },
  ];
  const hashes = [one, ...edits].map(questionHash);
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(questionHash({ ...order, items: order.items.toReversed() })).not.toBe(questionHash(order));
  expect(questionHash({ ...match, pairs: match.pairs.toReversed() })).not.toBe(questionHash(match));
});

test('editing feedback, section, references or id keeps the hash', () => {
  const edited = {
    ...trueFalse,
    id: 'other',
    section: 'there',
    references: ['work'],
    choices: trueFalse.choices.map((choice) => ({ ...choice, feedback: 'clearer' })),
  };
  expect(questionHash(edited)).toBe(questionHash(trueFalse));
  expect(questionHash(trueFalse)).toMatch(/^[0-9a-z]{7}$/);
});
