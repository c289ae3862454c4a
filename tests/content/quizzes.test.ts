import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkSiteQuizzes } from '../../src/lib/content/check/check-quizzes.ts';
import { formatProblem } from '../../src/lib/content/problem.ts';
import { answerBalance } from '../../src/features/quiz/model/balance.ts';
import { type Question, quizSchema } from '../../src/schemas/quiz.ts';
import { site } from './sources.ts';

const sources = site.quizzes ?? [];
const quizzes = sources.map(({ id, data }) => ({ id, ...quizSchema.parse(data) }));
const questions = quizzes.flatMap((quiz) => quiz.questions);

test('no quiz has a mistake that would stop the build', () => {
  expect(checkSiteQuizzes(site).map(formatProblem)).toEqual([]);
});

test('there are 80 questions or more, and every kind is among them', () => {
  expect(questions.length).toBeGreaterThanOrEqual(80);
  const kinds = new Set(questions.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual([
    'match',
    'one',
    'order',
    'several',
    'situation',
    'true-false',
  ]);
});

test.each(quizzes)('the quiz $id has six questions or more and stands on its page', (quiz) => {
  expect(quiz.questions.length).toBeGreaterThanOrEqual(6);
  const page = readFileSync(`src/content/docs/${quiz.page}.mdx`, 'utf8');
  expect(page).toContain(`<Quiz id="${quiz.id}" />`);
});

test('every question names a work behind it', () => {
  expect(questions.filter(({ references }) => references.length === 0)).toEqual([]);
});

test('right answers stand in each position about equally often', () => {
  const { positions } = answerBalance(questions);
  const even = positions.reduce((sum, count) => sum + count, 0) / positions.length;
  for (const count of positions) expect(Math.abs(count - even) / even).toBeLessThanOrEqual(0.3);
});

test.each(quizzes)('in $id no position holds more than half of the right answers', (quiz) => {
  const { positions } = answerBalance(quiz.questions);
  const all = positions.reduce((sum, count) => sum + count, 0);
  expect(Math.max(...positions)).toBeLessThanOrEqual(all / 2);
});

test('length does not give the right answer away', () => {
  const { longest, shortest } = answerBalance(questions);
  expect(longest).toBeLessThanOrEqual(0.4);
  expect(shortest).toBeLessThanOrEqual(0.4);
});

test.each(quizzes)('length does not give the right answers of $id away', (quiz) => {
  const { longest, shortest } = answerBalance(quiz.questions);
  expect(Math.max(longest, shortest)).toBeLessThanOrEqual(0.5);
});

test('statements are true about as often as chance would have it, within reason', () => {
  const { true: share } = answerBalance(questions);
  expect(share).toBeGreaterThanOrEqual(0.3);
  expect(share).toBeLessThanOrEqual(0.7);
});

test('the question asks, and the page says how to answer', () => {
  const told = questions.filter(({ stem }: Question) => /choose all|choose one/i.test(stem));
  expect(told.map(({ id }) => id)).toEqual([]);
});

test('text has typographic quotes and apostrophes', () => {
  const straight = sources.filter(({ data }) => /['"]/.test(textsOf(data).join(' ')));
  expect(straight.map(({ file }) => file)).toEqual([]);
});

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
