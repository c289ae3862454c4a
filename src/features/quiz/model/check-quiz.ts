import { mapsIn, type Problem } from '../../../content-model/model/problem.ts';
import { suggestion } from '../../../lib/text/nearest.ts';
import {
  checkQuestion,
  textOf,
  type QuizSource,
  type QuizTargets,
  type Report,
  type QuizPage,
} from './check-question.ts';
import type { Question } from '../../../content-model/schemas/quiz.ts';
import type { Site, SitePage } from '../../../content-model/check/read-site.ts';

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

  const questions = mapsIn(data['questions']);
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

/** Mistakes in quizzes, and quizzes on pages that are not there or belong elsewhere. */
export function checkSiteQuizzes(site: Site): Problem[] {
  const { quizzes, references, pages } = site;
  if (!quizzes) return [];
  // Without the list of works or the page, what a question refers to cannot be checked.
  const readable = pages.filter(({ outline }) => outline !== undefined);
  const targets = {
    pages: new Map(readable.map((page) => [page.slug, toQuizPage(page, site)])),
    works: new Set(references?.map(({ id }) => id)),
  };
  const broken = new Set([
    ...pages.filter(({ outline }) => !outline).map(({ slug }) => slug),
    ...site.misnamed,
  ]);
  const judged = references ? quizzes.filter(({ data }) => !broken.has(String(data['page']))) : [];
  return [...checkQuizzes(judged, targets), ...checkUses(site)];
}

function toQuizPage({ outline }: SitePage, site: Site): QuizPage {
  const works = site.references?.map(({ id }) => id) ?? [];
  const cited = outline?.citations.flatMap(({ ids }) => ids) ?? [];
  const findings = new Set(site.findings?.map(({ id }) => id));
  const isLost = outline?.uses.some(
    ({ name, props }) => name === 'Finding' && !findings.has(props['id'] ?? ''),
  );
  // A mistyped citation or finding is reported elsewhere, and could mean any work.
  const isNameless = outline?.citations.some(({ ids }) => ids.length === 0);
  if (isLost || isNameless || cited.some((id) => !works.includes(id))) cited.push(...works);
  return {
    sections: outline?.sections.map(({ slug }) => slug) ?? [],
    cited: new Set(cited),
  };
}

function checkUses({ pages, quizzes = [], misnamed }: Site): Problem[] {
  const pageOf = new Map(quizzes.map(({ id, data }) => [id, String(data['page'])]));
  return pages.flatMap(({ file, slug, outline }) =>
    (outline?.uses ?? []).flatMap(({ name, props: { id }, line }): Problem[] => {
      if (name !== 'Quiz' || id === undefined || misnamed.has(id)) return [];
      const home = pageOf.get(id);
      if (home === slug) return [];
      if (home === undefined) {
        const hint = suggestion(id, pageOf.keys(), 'src/content/quizzes');
        return [{ file, line, message: `There is no quiz "${id}".`, hint }];
      }
      const message = `The quiz "${id}" belongs to the page "${home}" and stands on "${slug}".`;
      return [{ file, line, message, hint: 'Correct the id here, or "page" in the quiz.' }];
    }),
  );
}
