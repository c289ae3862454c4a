import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import { type Question, quizSchema } from '../../../src/content-model/schemas/quiz.ts';

/** Parses the source of a quiz. */
export function readQuiz(id: string) {
  return quizSchema.parse(parse(readFileSync(`src/content/quizzes/${id}.yaml`, 'utf8')));
}

/** The question at an index, or the first of a kind. @throws Error if there is none. */
export function pick(questions: Question[], which: number | Question['kind']): Question {
  const found =
    typeof which === 'number' ? questions[which] : questions.find(({ kind }) => kind === which);
  if (found) return found;
  throw new Error(`no question ${String(which)}`);
}

/** Opens a topic page, scrolls to its quiz and waits for hydration. */
export async function openQuiz(page: Page, id: string): Promise<Locator> {
  await page.goto(`/${id}/`);
  const quiz = page.locator('.sb-quiz[data-quiz]');
  await quiz.scrollIntoViewIfNeeded();
  await page.locator('.sb-quiz.is-live[data-quiz]').waitFor();
  return quiz;
}

/** The card of a question. */
export function cardOf(page: Page, { id }: Pick<Question, 'id'>): Locator {
  return page.locator(`#question-${id}`);
}

/** Answers a question right or wrong, and checks the answer. */
export async function answerQuestion(
  card: Locator,
  question: Question,
  right = true,
): Promise<void> {
  if (question.kind === 'order') await sort(card, question, right);
  else if (question.kind === 'match') await pair(card, question, right);
  else await choose(card, question, right);
  await card.getByRole('button', { name: 'Check' }).click();
}

/** The text of a choice on the page. */
function shownText(choice: { text: string; verdict?: boolean }): string {
  if (choice.verdict === undefined) return choice.text;
  return `${choice.verdict ? 'True' : 'False'}, ${choice.text}`;
}

type Kind<K extends Question['kind']> = Extract<Question, { kind: K }>;

async function choose(
  card: Locator,
  question: Exclude<Question, Kind<'order'> | Kind<'match'>>,
  right: boolean,
) {
  const correct = question.choices.filter((choice) => choice.correct);
  const wrong = question.choices.filter((choice) => !choice.correct);
  for (const choice of right ? correct : wrong.slice(0, 1)) {
    await card.getByLabel(shownText(choice), { exact: true }).check();
  }
}

async function sort(card: Locator, question: Kind<'order'>, right: boolean) {
  const wanted = question.items.map(({ text }) => text);
  if (!right) wanted.reverse();
  for (const [place, text] of wanted.entries()) {
    const items = card.locator('.sb-order > li > span:first-of-type');
    let at = (await items.allTextContents()).indexOf(text);
    for (; at > place; at -= 1)
      await card.getByRole('button', { name: `Move up: ${text}` }).click();
  }
}

async function pair(card: Locator, question: Kind<'match'>, right: boolean) {
  const rights = question.pairs.map((one) => one.right);
  if (!right) rights.reverse();
  for (const [at, { left }] of question.pairs.entries()) {
    await card.getByLabel(left, { exact: true }).selectOption(rights[at] ?? '');
  }
}
