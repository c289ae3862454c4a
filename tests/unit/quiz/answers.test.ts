import { expect, test } from 'vitest';
import {
  isValidAnswer,
  isComplete,
  markAnswer,
  solution,
  verdictText,
  currentAnswer,
  quizProgress,
  createAnswerStore,
  parseAnswer,
  type Answer,
} from '../../../src/features/quiz/model/answers.ts';
import { views } from './questions.ts';
import { memoryStorage } from '../storage/memory-storage.ts';

type Kind = keyof typeof views;

test.each<[Kind, Answer, boolean, string]>([
  ['one', [1], true, 'Right.'],
  ['one', [0], false, 'Not quite.'],
  ['several', [0, 2], true, 'Right.'],
  ['several', [0], false, 'Not all yet. You found 1 of 2.'],
  ['several', [0, 1, 2], false, 'Not quite. You found 2 of 2, and one choice does not belong.'],
  ['several', [1, 3], false, 'Not quite. You found 0 of 2, and 2 choices do not belong.'],
  ['trueFalse', [2], true, 'Right.'],
  ['trueFalse', [1], false, 'You got true or false right, but the reason is a different one.'],
  ['trueFalse', [0], false, 'Not quite.'],
  ['order', [0, 1, 2], true, 'Right.'],
  ['order', [1, 0, 2], false, 'Not quite. 1 of 3 are in their place.'],
  ['match', [0, 1, 2], true, 'Right.'],
  ['match', [0, 0, 2], false, 'Not quite. 2 of 3 pairs fit.'],
])('marks %s %j as %s and says so', (kind, answer, right, verdict) => {
  expect(markAnswer(views[kind], answer).right).toBe(right);
  expect(verdictText(views[kind], answer)).toBe(verdict);
});

test('marks each part: a distractor that is not chosen counts, as does an item in its position', () => {
  expect(markAnswer(views.several, [0, 1]).parts).toEqual([true, false, false, true]);
  expect(markAnswer(views.order, [0, 2, 1]).parts).toEqual([true, false, false]);
});

test.each(Object.values(views))('the solution of $kind is right, complete and valid', (view) => {
  expect(markAnswer(view, solution(view)).right).toBe(true);
  expect(isComplete(view, solution(view))).toBe(true);
  expect(isValidAnswer(view, solution(view))).toBe(true);
});

test.each<[Kind, Answer]>([
  ['one', []],
  ['one', [0, 1]],
  ['one', [7]],
  ['several', [0, 0]],
  ['order', [0, 1]],
  ['order', [0, 0, 1]],
  ['match', [0, -1, 2]],
  ['match', [0]],
])('a saved %s answer %j is not valid', (kind, answer) => {
  expect(isValidAnswer(views[kind], answer)).toBe(false);
});

test('an answer without a choice or with an incomplete pair cannot be marked', () => {
  expect(isComplete(views.one, [])).toBe(false);
  expect(isComplete(views.match, [0, -1, 2])).toBe(false);
});

const quiz = [views.one, views.several, views.order];
const saved = (view: (typeof quiz)[number], answer: number[], missed: boolean) =>
  [view.id, { hash: view.hash, answer, at: 1, missed }] as const;

test('only the answer to an edited question is ignored', () => {
  const answers = new Map([saved(views.one, [1], false), saved(views.several, [0, 2], false)]);
  const edited = { ...views.one, hash: 'edited' };
  expect(currentAnswer(edited, answers)).toBeUndefined();
  expect(currentAnswer(views.several, answers)?.answer).toEqual([0, 2]);
});

test('progress counts answers, right ones and first tries, and lists missed questions', () => {
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

test('a saved answer that is not valid for its question does not count', () => {
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
])('%j is not parsed as a saved answer', (json) => {
  expect(parseAnswer(json)).toBeUndefined();
});

test('stored answers are read back unchanged, by quiz id', () => {
  const storage = memoryStorage();
  const answers = new Map([saved(views.one, [1], false)]);
  createAnswerStore('attunement', () => storage).add(answers);
  expect(createAnswerStore('attunement', () => storage).read()).toEqual(answers);
  expect(createAnswerStore('faq', () => storage).read().size).toBe(0);
});
