import type { Site, SitePage } from '../check/read-site.ts';
import { parts } from '../model/contents.ts';
import { mapsIn, problemAt, type Entry, type Problem } from '../model/problem.ts';
import { countWords } from './lint-prose.ts';
import type { Question } from '../schemas/quiz.ts';
import { answerBalance } from '../../features/quiz/model/check-quiz.ts';

/** Fewest and most words of a page that teaches; answers to questions may be as many as readers ask. */
const length = { least: 700, most: 2400 };

/** Fewest pages that a teaching page leads to, and that lead to it. */
const links = { out: 3, in: 2 };

/** What a page that teaches should have, and why. */
const wanted: [component: string, why: string][] = [
  ['KeyPoints', 'it says in short what the page says'],
  ['Quiz', 'readers can test themselves'],
  ['ReferenceList', 'readers can look up its works'],
];

/** Pages that teach and are too short or too long, badly linked, or lack what every such page has. */
export function judgePages(site: Site): Problem[] {
  const topics = site.pages.filter(isTopic);
  return topics.flatMap((page) => [
    ...judgeLength(page, site),
    ...judgeLinks(page, site),
    ...judgeContent(page),
  ]);
}

/** Whether a page teaches a topic: it is in a part about the subject, and cites. */
function isTopic({ frontMatter, outline }: SitePage): boolean {
  const part = parts.find(({ id }) => id === frontMatter?.data['part']);
  return part !== undefined && !part.isAside && (outline?.citations.length ?? 0) > 0;
}

function judgeLength({ slug, file, outline, sentences = [] }: SitePage, site: Site): Problem[] {
  const statements = (outline?.uses ?? []).flatMap(({ name, props }) =>
    name === 'Finding' ? (site.findings?.filter(({ id }) => id === props['id']) ?? []) : [],
  );
  const texts = [
    ...sentences.map(({ text }) => text),
    ...statements.map(({ data }) => String(data['statement'])),
  ];
  const words = texts.reduce((sum, text) => sum + countWords(text), 0);
  if (words < length.least) {
    const hint = `A page that teaches has ${String(length.least)} or more; or make it a section of another.`;
    return [{ file, message: `The page has ${String(words)} words.`, hint }];
  }
  if (words > length.most && slug !== 'faq') {
    const hint = `Cut it to ${String(length.most)} or fewer, or give a part of it a page of its own.`;
    return [{ file, message: `The page has ${String(words)} words.`, hint }];
  }
  return [];
}

/** Pages that a page's prose links to, itself aside. */
function linksOf({ slug, outline }: SitePage): Set<string> {
  const slugs = (outline?.links ?? []).flatMap(({ url }) => /^\/([a-z-]+)\//.exec(url)?.[1] ?? []);
  return new Set(slugs.filter((target) => target !== slug));
}

function judgeLinks(page: SitePage, { pages }: Site): Problem[] {
  const { slug, file } = page;
  const out = linksOf(page).size;
  const from = pages.filter((other) => linksOf(other).has(slug)).length;
  const problems: Problem[] = [];
  if (out < links.out) {
    const hint = `Link to ${String(links.out)} or more where a reader would want to go on.`;
    problems.push({ file, message: `The page leads on to ${countPages(out)}.`, hint });
  }
  if (from < links.in) {
    const message = `The prose of ${countPages(from)} leads to this one.`;
    const hint = `Link to /${slug}/ from ${String(links.in)} pages or more that touch on it.`;
    problems.push({ file, message, hint });
  }
  return problems;
}

function countPages(count: number): string {
  return count === 0 ? 'no page' : `${String(count)} page${count === 1 ? '' : 's'}`;
}

function judgeContent({ file, frontMatter, outline }: SitePage): Problem[] {
  const names = new Set(outline?.uses.map(({ name }) => name));
  const lacking = wanted.filter(([component]) => !names.has(component));
  if (frontMatter?.data['plain'] === true && !names.has('Try'))
    lacking.push(['Try', 'a page for parents and partners gives something to do today']);
  return lacking.map(([component, why]) => ({
    file,
    message: `The page has no <${component}>.`,
    hint: `Add one: ${why}.`,
  }));
}

/** Fewest questions of a quiz. */
const fewest = 6;

/** Fewest single-choice questions from which a pattern can be told. */
const enough = 4;

/** Quizzes that can be answered without reading: by where the right answer stands or how long it is. */
export function judgeQuizzes({ quizzes = [], pages }: Site): Problem[] {
  const shown = new Set(
    pages.flatMap(({ outline }) =>
      (outline?.uses ?? []).flatMap(({ name, props }) => (name === 'Quiz' ? props['id'] : [])),
    ),
  );
  return [
    ...quizzes.flatMap((quiz) => [
      ...(shown.has(quiz.id) ? [] : [notShown(quiz)]),
      ...judgeBalance(quiz.file, questionsOf(quiz)),
      ...judgeQuestions(quiz),
    ]),
    ...judgeStatements(quizzes.flatMap(questionsOf)),
  ];
}

function notShown({ id, file }: Entry): Problem {
  const hint = `Write <Quiz id="${id}" /> on its page.`;
  return { file, message: `No page shows the quiz "${id}".`, hint };
}

/** The questions as written; what a schema would not take is left out. */
function questionsOf({ data }: Entry): Question[] {
  const isWhole = (question: Record<string, unknown>) =>
    ['choices', 'items', 'pairs'].some((list) => Array.isArray(question[list]));
  return mapsIn(data['questions']).filter(isWhole) as unknown as Question[];
}

function judgeBalance(file: string, questions: Question[]): Problem[] {
  const problems: Problem[] = [];
  const add = (message: string, hint: string) => problems.push({ file, message, hint });
  if (questions.length < fewest)
    add(
      `The quiz has ${String(questions.length)} questions.`,
      `Write ${String(fewest)} or more, no two on one point.`,
    );
  const { positions, longest, shortest } = answerBalance(questions);
  const all = positions.reduce((sum, count) => sum + count, 0);
  if (all < enough) return problems;
  const most = Math.max(...positions);
  if (most > all / 2)
    add(
      `In ${String(most)} of ${String(all)} questions the right answer stands in place ${String(positions.indexOf(most) + 1)}.`,
      'Spread the right answers over the places, so that none gives itself away.',
    );
  for (const [share, word] of [
    [longest, 'longest'],
    [shortest, 'shortest'],
  ] as const) {
    if (share > 0.5)
      add(
        `In ${String(Math.round(share * all))} of ${String(all)} questions the right answer is the ${word}.`,
        'Make wrong answers as long and as plain as the right one.',
      );
  }
  return problems;
}

function judgeQuestions(quiz: Entry): Problem[] {
  return mapsIn(quiz.data['questions']).flatMap(({ id, references, stem }, index) => {
    const at = (field: string, message: string, hint: string) =>
      problemAt(quiz, ['questions', index, field], message, hint);
    const name = `The question "${String(id)}"`;
    return [
      ...(Array.isArray(references) && references.length > 0
        ? []
        : at('id', `${name} names no work.`, 'Add "references" with the works behind it.')),
      ...(typeof stem === 'string' && /choose (all|one)/i.test(stem)
        ? at(
            'stem',
            `${name} says how to answer it.`,
            'Leave that out: the page says it below the question.',
          )
        : []),
    ];
  });
}

/** Over all quizzes: a reader who calls every statement false should not be right too often. */
function judgeStatements(questions: Question[]): Problem[] {
  const statements = questions.filter(({ kind }) => kind === 'true-false').length;
  const { true: share } = answerBalance(questions);
  if (statements < enough || (share >= 0.3 && share <= 0.7)) return [];
  return [
    {
      file: 'src/content/quizzes',
      message: `Of ${String(statements)} statements to judge, ${String(Math.round(share * statements))} are true.`,
      hint: 'Write some that are the other way, so that guessing does not pay.',
    },
  ];
}
