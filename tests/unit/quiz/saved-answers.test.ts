import { expect, test } from 'vitest';
import {
  currentAnswer,
  quizProgress,
  createAnswerStore,
  parseAnswer,
} from '../../../src/features/quiz/model/answers.ts';
import { memoryStorage } from '../storage/memory-storage.ts';
import { views } from './questions.ts';

const quiz = [views.one, views.several, views.order];
const saved = (view: (typeof quiz)[number], answer: number[], missed: boolean) =>
  [view.id, { hash: view.hash, answer, at: 1, missed }] as const;

test('an edited question lapses alone', () => {
  const answers = new Map([saved(views.one, [1], false), saved(views.several, [0, 2], false)]);
  const edited = { ...views.one, hash: 'edited' };
  expect(currentAnswer(edited, answers)).toBeUndefined();
  expect(currentAnswer(views.several, answers)?.answer).toEqual([0, 2]);
});

test('progress counts answers, right ones, first tries and what was missed', () => {
  const answers = new Map([
    saved(views.one, [1], false),
    saved(views.several, [0, 2], true),
    saved(views.order, [2, 1, 0], true),
  ]);
  expect(quizProgress(quiz, answers)).toEqual({
    answered: 3,
    right: 2,
    firstTry: 1,
    missed: [views.several, views.order],
  });
});

test('a saved answer that cannot belong to its question does not count', () => {
  expect(quizProgress(quiz, new Map([saved(views.order, [0, 0, 9], false)])).answered).toBe(0);
});

test.each([
  null,
  [],
  {},
  { hash: 1, answer: [0], at: 1, missed: false },
  { hash: 'a', answer: 'x', at: 1, missed: false },
  { hash: 'a', answer: [0.5], at: 1, missed: false },
  { hash: 'a', answer: Array(9).fill(0), at: 1, missed: false },
  { hash: 'a', answer: [0], at: '1', missed: false },
  { hash: 'a', answer: [0], at: 1 },
])('%j is no saved answer', (json) => {
  expect(parseAnswer(json)).toBeUndefined();
});

test('answers come back from storage as they were kept, under the quiz’s id', () => {
  const storage = memoryStorage();
  const answers = new Map([saved(views.one, [1], false)]);
  createAnswerStore('attunement', () => storage).keep(answers);
  expect(createAnswerStore('attunement', () => storage).read()).toEqual(answers);
  expect(createAnswerStore('faq', () => storage).read().size).toBe(0);
});
