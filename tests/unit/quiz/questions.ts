import { toQuestionView } from '../../../src/features/quiz/model/view.ts';
import type { Question } from '../../../src/content-model/schemas/quiz.ts';

const base = { stem: 'Which?', section: 'here', references: [] };
const links = { section: { href: '#here', text: 'Here' }, works: [] };

const choices = (...correct: boolean[]) =>
  correct.map((right, index) => ({
    text: `choice ${String(index)}`,
    correct: right,
    feedback: `because ${String(index)}`,
  }));

/** One short question of each kind. */
export const questions = {
  one: { ...base, id: 'pick', kind: 'one', choices: choices(false, true, false) },
  several: { ...base, id: 'some', kind: 'several', choices: choices(true, false, true, false) },
  trueFalse: {
    ...base,
    id: 'judge',
    kind: 'true-false',
    answer: false,
    choices: choices(false, false, true).map((choice, index) => ({
      ...choice,
      verdict: index === 0,
    })),
  },
  order: {
    ...base,
    id: 'sort',
    kind: 'order',
    items: ['a', 'b', 'c'].map((text) => ({ text, feedback: `why ${text}` })),
  },
  match: {
    ...base,
    id: 'pair',
    kind: 'match',
    pairs: ['a', 'b', 'c'].map((left) => ({ left, right: left.toUpperCase(), feedback: 'fits' })),
  },
} satisfies Record<string, Question>;

/** The views of the same questions. */
export const views = {
  one: toQuestionView(questions.one, links),
  several: toQuestionView(questions.several, links),
  trueFalse: toQuestionView(questions.trueFalse, links),
  order: toQuestionView(questions.order, links),
  match: toQuestionView(questions.match, links),
};
