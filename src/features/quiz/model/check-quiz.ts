import type { Problem } from '../../../content-model/model/problem.ts';
import { suggestion } from '../../../lib/text/nearest.ts';
import {
  checkQuestion,
  mapsOf,
  textOf,
  type QuizSource,
  type QuizTargets,
  type Report,
} from './check-question.ts';
import type { Question } from '../../../content-model/schemas/quiz.ts';

/**
 * Every mistake in the quizzes, in the order of files: each with file, line, question id and how to
 * fix it. Needs no schema, so that a file which a schema would refuse gets a better word first.
 */
export function checkQuizzes(quizzes: readonly QuizSource[], targets: QuizTargets): Problem[] {
  const places = new Map<string, string>();
  return quizzes.flatMap((quiz) => checkQuiz(quiz, targets, places));
}

function checkQuiz(
  { file, data, lineOf }: QuizSource,
  targets: QuizTargets,
  places: Map<string, string>,
): Problem[] {
  const problems: Problem[] = [];
  const reportFrom =
    (start: readonly PropertyKey[]): Report =>
    (path, message, hint) => {
      problems.push({ file, line: lineOf([...start, ...path]), message, hint });
    };
  const report = reportFrom([]);

  const slug = textOf(data['page']);
  const page = targets.pages.get(slug);
  if (!slug) report([], 'The quiz has no page.', 'Add "page:" with the slug of its page.');
  else if (!page) {
    const hint = suggestion(slug, targets.pages.keys(), 'src/content/docs');
    report(['page'], `There is no page "${slug}".`, hint);
  }

  const questions = mapsOf(data['questions']);
  if (questions.length === 0) {
    report(['questions'], 'The quiz has no questions.', 'Add "questions:" and under it one.');
  }
  questions.forEach((question, index) => {
    const reportHere = reportFrom(['questions', index]);
    checkId(textOf(question['id']), file, places, reportHere);
    checkQuestion(question, page, targets.works, reportHere);
  });
  return problems;
}

function checkId(id: string, file: string, places: Map<string, string>, report: Report) {
  const first = places.get(id);
  if (!id) report([], 'A question has no id.', 'Add "id:" with a few words-in-kebab-case.');
  else if (first) {
    const where = first === file ? 'above in this file' : `in ${first}`;
    report(
      ['id'],
      `Question "${id}" has the id of one ${where}.`,
      'Give another id to the one that was written last: ids of published questions never change.',
    );
  } else places.set(id, file);
}

/** How the right answers of a set of questions are spread; each share is from 0 to 1. */
export interface Balance {
  /** For each written position, from the first: how often the right choice of a single-choice question stands there. */
  positions: number[];
  /** Share of single-choice questions whose right choice is longer than every other. */
  longest: number;
  /** Share of single-choice questions whose right choice is shorter than every other. */
  shortest: number;
  /** Share of true-false statements that are true. */
  true: number;
}

/** Counts where the right answers stand, and how they stand out. */
export function answerBalance(questions: readonly Question[]): Balance {
  const positions: number[] = [];
  let longest = 0;
  let shortest = 0;
  const single = questions.flatMap((question) => {
    const isSingle = 'choices' in question && question.kind !== 'several';
    return isSingle ? [question.choices] : [];
  });
  for (const choices of single) {
    const right = choices.findIndex(({ correct }) => correct);
    positions[right] = (positions[right] ?? 0) + 1;
    const length = choices[right]?.text.length ?? 0;
    const others = choices.filter(({ correct }) => !correct).map(({ text }) => text.length);
    if (others.every((other) => length > other)) longest += 1;
    if (others.every((other) => length < other)) shortest += 1;
  }
  const statements = questions.filter((question) => question.kind === 'true-false');
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of);
  return {
    positions: Array.from(positions, (count) => count ?? 0),
    longest: share(longest, single.length),
    shortest: share(shortest, single.length),
    true: share(statements.filter(({ answer }) => answer).length, statements.length),
  };
}
