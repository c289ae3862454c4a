import { expect, test } from 'vitest';
import { mistake } from '../../../src/content-model/model/problem.ts';

test('a mistake is written as its message, with the hint on the next line', () => {
  expect(mistake`The heading is empty.
    Give it words.`).toEqual({ message: 'The heading is empty.', hint: 'Give it words.' });
});

test('either line may have interpolated values, and these may contain line breaks', () => {
  const text = 'two\nlines';
  const found = mistake`“${text}” has ${2} words.
    Write ${text} or ${null}.`;
  expect(found).toEqual({
    message: '“two\nlines” has 2 words.',
    hint: 'Write two\nlines or null.',
  });
});

test('the whole hint may be one interpolated value', () => {
  expect(mistake`It is lost.
    ${'Did you mean this?'}`).toEqual({ message: 'It is lost.', hint: 'Did you mean this?' });
});
