import { expect, test } from 'vitest';
import { answerBalance } from '../../../src/features/quiz/model/check-quiz.ts';
import type { Question } from '../../../src/content-model/schemas/quiz.ts';
import { questions } from './questions.ts';

test('counts where the right answers stand and how they stand out', () => {
  const [a, b, c] = questions.one.choices;
  const long = {
    ...questions.one,
    choices: [{ text: 'by far the longest of them', correct: true, feedback: '' }, a, c],
  };
  const short = { ...questions.one, choices: [a, { text: 'no', correct: true, feedback: '' }, c] };
  expect(b?.correct).toBe(true);
  const all = [questions.one, long, short, questions.trueFalse, questions.several];
  expect(answerBalance(all as Question[])).toEqual({
    positions: [1, 2, 1],
    longest: 1 / 4,
    shortest: 1 / 4,
    true: 0,
  });
});
