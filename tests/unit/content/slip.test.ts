import { expect, test } from 'vitest';
import { mistake } from '../../../src/content-model/model/problem.ts';

test('a mistake is written as authors read it: what is wrong, and below it how to fix it', () => {
  expect(mistake`The heading is empty.
    Give it words.`).toEqual({ message: 'The heading is empty.', hint: 'Give it words.' });
});

test('values stand in either line, and a line break within one is part of it', () => {
  const text = 'two\nlines';
  const found = mistake`“${text}” has ${2} words.
    Write ${text} or ${null}.`;
  expect(found).toEqual({
    message: '“two\nlines” has 2 words.',
    hint: 'Write two\nlines or null.',
  });
});

test('the hint may be a value as a whole', () => {
  expect(mistake`It is lost.
    ${'Did you mean this?'}`).toEqual({ message: 'It is lost.', hint: 'Did you mean this?' });
});
