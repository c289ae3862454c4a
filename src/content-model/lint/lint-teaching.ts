import { usesOf, type Site, type SitePage } from '../check/read-site.ts';
import { site as guide } from '../../site/site.ts';
import { count, locate, mapsIn, mistake, problemAt, textsIn } from '../model/problem.ts';
import type { Entry, Mistake, Problem } from '../model/problem.ts';
import { checkTexts, itemsOf } from '../model/texts.ts';
import { countWords } from './lint-prose.ts';
import type { Question } from '../schemas/quiz.ts';
import { answerBalance } from '../../features/quiz/model/check-quiz.ts';

/** Minimum and maximum number of words of a topic page; the page of questions has no maximum. */
const length = { least: 700, most: 2400 };

/** Minimum number of pages that a topic page links to, and that link to it. */
const links = { out: 3, in: 2 };

/** Components of a topic page, each with the reason. */
const expectedComponents: [component: string, why: string][] = [
  ['KeyPoints', 'it says in short what the page says'],
  ['Quiz', 'readers can test themselves'],
  ['ReferenceList', 'readers can look up its works'],
];

/** Topic pages that are too short or too long, have too few links, or lack a component. */
export function lintPages(site: Site): Problem[] {
  return site.pages
    .filter(isTopic)
    .flatMap((page) =>
      [checkLength(page, site), ...checkLinks(page, site), ...checkComponents(page)].flatMap(
        (found) => locate(page, found),
      ),
    );
}

/** Whether a page teaches a topic: it is in a part about the subject, and has citations. */
function isTopic({ frontMatter, outline }: SitePage): boolean {
  const part = guide.parts.find(({ id }) => id === frontMatter?.data['part']);
  return part !== undefined && !part.isAside && (outline?.citations.length ?? 0) > 0;
}

function checkLength({ slug, outline, sentences = [] }: SitePage, site: Site): Mistake | undefined {
  const shown = outline?.uses.filter(({ name }) => name === 'Finding') ?? [];
  const statements = shown.map(({ props }) =>
    String(site.findings?.find(({ id }) => id === props['id'])?.data['statement'] ?? ''),
  );
  const texts = [...sentences.map(({ text }) => text), ...statements];
  const words = texts.reduce((sum, text) => sum + countWords(text), 0);
  if (words < length.least)
    return mistake`The page has ${words} words.
      A page that teaches has ${length.least} or more; or make it a section of another.`;
  if (words <= length.most || slug === 'faq') return undefined;
  return mistake`The page has ${words} words.
    Cut it to ${length.most} or fewer, or give a part of it a page of its own.`;
}

/** Slugs of the other pages that a page's prose links to. */
function linksOf({ slug, markup }: SitePage): Set<string> {
  const slugs = (markup?.links ?? []).flatMap(({ url }) => /^\/([a-z-]+)\//.exec(url)?.[1] ?? []);
  return new Set(slugs.filter((target) => target !== slug));
}

function checkLinks(page: SitePage, { pages }: Site): Mistake[] {
  const out = linksOf(page).size;
  const from = pages.filter((other) => linksOf(other).has(page.slug)).length;
  const fewOut = mistake`The page links to ${countPages(out)}.
    Link to ${links.out} or more where a reader would want to go on.`;
  const fewIn = mistake`The prose of ${countPages(from)} links to this one.
    Link to /${page.slug}/ from ${links.in} pages or more that touch on it.`;
  return [...(out < links.out ? [fewOut] : []), ...(from < links.in ? [fewIn] : [])];
}

function countPages(pages: number): string {
  return pages === 0 ? 'no page' : count(pages, 'page');
}

function checkComponents({ frontMatter, outline }: SitePage): Mistake[] {
  const names = new Set(outline?.uses.map(({ name }) => name));
  const missing = expectedComponents.filter(([component]) => !names.has(component));
  if (frontMatter?.data['plain'] === true && !names.has('Try'))
    missing.push(['Try', 'a page for parents and partners gives something to do today']);
  return missing.map(([component, why]) => ({
    message: `The page has no <${component}>.`,
    hint: `Add one: ${why}.`,
  }));
}

/** Minimum number of questions of a quiz. */
const minQuestions = 6;

/** Minimum number of questions needed to judge a pattern in their answers. */
const minForBalance = 4;

/** Quizzes that no page shows, are too short, or can be answered by the position or length of the answers. */
export function lintQuizzes(site: Site): Problem[] {
  const { quizzes = [] } = site;
  const shown = new Set(usesOf(site, 'Quiz').map(({ props }) => props['id']));
  return [
    ...quizzes.flatMap(({ id, file, data }) => {
      const mistakes = checkAnswerBalance(questionsOf(data));
      const message = `No page shows the quiz "${id}".`;
      if (!shown.has(id))
        mistakes.push({ message, hint: `Write <Quiz id="${id}" /> on its page.` });
      return mistakes.map((found) => ({ file, ...found }));
    }),
    ...checkQuestions(itemsOf(quizzes, 'questions')),
    ...checkStatementBalance(quizzes.flatMap(({ data }) => questionsOf(data))),
  ];
}

/** The questions of a quiz as written; those without a list of answers are left out. */
function questionsOf(data: Entry['data']): Question[] {
  const isWhole = (question: Record<string, unknown>) =>
    ['choices', 'items', 'pairs'].some((list) => Array.isArray(question[list]));
  return mapsIn(data['questions']).filter(isWhole) as unknown as Question[];
}

function checkAnswerBalance(questions: Question[]): Mistake[] {
  const few = mistake`The quiz has ${questions.length} questions.
    Write ${minQuestions} or more, no two on one point.`;
  const mistakes = questions.length < minQuestions ? [few] : [];
  const { positions, longest, shortest } = answerBalance(questions);
  const all = positions.reduce((sum, count) => sum + count, 0);
  if (all < minForBalance) return mistakes;
  const most = Math.max(...positions);
  const place = mistake`In ${most} of ${all} questions the right answer is in place ${positions.indexOf(most) + 1}.
    Spread the right answers over the places, so that none can be guessed.`;
  if (most > all / 2) mistakes.push(place);
  for (const [word, count] of Object.entries({ longest, shortest })) {
    const size = mistake`In ${count} of ${all} questions the right answer is the ${word}.
      Make wrong answers as long and as plain as the right one.`;
    if (count > all / 2) mistakes.push(size);
  }
  return mistakes;
}

function checkQuestions(questions: Entry[]): Problem[] {
  return [
    ...questions
      .filter(({ data: { references } }) => textsIn(references).length === 0)
      .flatMap((question) => {
        const message = `The question "${question.id}" names no work.`;
        return problemAt(question, ['id'], message, 'Add "references" with the works behind it.');
      }),
    ...checkTexts(questions, 'stem', (stem, { id }) => {
      const message = `The question "${id}" says how to answer it.`;
      const hint = 'Leave that out: the page says it below the question.';
      return /choose (all|one)/i.test(stem) ? { message, hint } : undefined;
    }),
  ];
}

/** Reports true-or-false statements of all quizzes if guessing pays: under 30% or over 70% are true. */
function checkStatementBalance(questions: Question[]): Problem[] {
  const statements = questions.filter(({ kind }) => kind === 'true-false').length;
  const { true: count } = answerBalance(questions);
  const share = count / statements;
  if (statements < minForBalance || (share >= 0.3 && share <= 0.7)) return [];
  const found = mistake`Of ${statements} statements to judge, ${count} are true.
    Write some that are the other way, so that guessing does not pay.`;
  return [{ file: 'src/content/quizzes', ...found }];
}
