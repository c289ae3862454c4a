import type { Site, SitePage } from '../../../content-model/check/read-site.ts';
import { mapsIn, type Entry, type Problem } from '../../../content-model/model/problem.ts';
import type { Question } from '../../../content-model/schemas/quiz.ts';
import { nearest, suggestion } from '../../../lib/text/nearest.ts';

/** A quiz file as written, before any schema has looked at it. */
export type QuizSource = Pick<Entry, 'file' | 'data' | 'lineOf'>;

/** A page as a quiz sees it: the anchors of its sections, and the ids of the works it cites. */
interface QuizPage {
  sections: readonly string[];
  cited: ReadonlySet<string>;
}

/** What quizzes may point to: pages by slug, and the ids of all works. */
interface QuizTargets {
  pages: ReadonlyMap<string, QuizPage>;
  works: ReadonlySet<string>;
}

/** Notes one mistake at a path inside what is being checked. */
type Report = (path: readonly PropertyKey[], message: string, hint: string) => void;

type Fields = Record<string, unknown>;

/** The text of a value without spaces around it; empty where it is none. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

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
  const report: Report = (path, message, hint) => {
    problems.push({ file, line: lineOf(path), message, hint });
  };

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
    const id = textOf(question['id']);
    const tell: Report = (path, message, hint) =>
      report(['questions', index, ...path], message, hint);
    checkId(id, file, places, tell);
    const tellNamed: Report = (path, message, hint) =>
      tell(path, `Question "${id || '?'}" ${message}`, hint);
    checkQuestion(question, tellNamed);
    if (page) checkLinks(question, page, targets.works, tellNamed);
  });
  return problems;
}

function checkId(id: string, file: string, places: Map<string, string>, tell: Report) {
  const first = places.get(id);
  if (!id) tell([], 'A question has no id.', 'Add "id:" with a few words-in-kebab-case.');
  else if (first) {
    const where = first === file ? 'above in this file' : `in ${first}`;
    tell(
      ['id'],
      `Question "${id}" has the id of one ${where}.`,
      'Give another id to the one that was written last: ids of published questions never change.',
    );
  } else places.set(id, file);
}

const ofChoices = { list: 'choices', distinct: ['text'] };

/** Where each kind of question keeps its parts, and the fields that no two of them may share. */
const shapes = new Map([
  ['one', ofChoices],
  ['situation', ofChoices],
  ['several', ofChoices],
  ['true-false', ofChoices],
  ['order', { list: 'items', distinct: ['text'] }],
  ['match', { list: 'pairs', distinct: ['left', 'right'] }],
]);

function checkQuestion(question: Fields, tell: Report) {
  const kind = textOf(question['kind']);
  const shape = shapes.get(kind);
  if (!textOf(question['stem'])) tell([], 'asks nothing.', 'Add "stem:".');
  if (!shape) {
    const hint = suggestion(kind, shapes.keys(), 'src/content-model/schemas/quiz.ts');
    tell(['kind'], kind ? `has the unknown kind "${kind}".` : 'has no kind.', hint);
    return;
  }
  checkParts(mapsIn(question[shape.list]), shape, tell);
  if (shape === ofChoices) checkRight(question, mapsIn(question['choices']), tell);
}

function checkParts(parts: Fields[], { list, distinct }: typeof ofChoices, tell: Report) {
  if (parts.length < 3) {
    tell([list], `has ${String(parts.length)} ${list}.`, 'Write at least three.');
  }
  const seen = new Set<string>();
  parts.forEach((part, index) => {
    const at = [list, index];
    for (const field of distinct) {
      const written = part[field];
      const text = textOf(written);
      const key = `${field} ${text.toLowerCase().replace(/\s+/g, ' ')}`;
      if (typeof written === 'number' || typeof written === 'boolean') {
        const message = `has ${String(written)} in "${field}", which is no text.`;
        tell([...at, field], message, `Put it in quotes: '${String(written)}'.`);
      } else if (!text) {
        tell(at, `has one of its ${list} without ${field}.`, `Add "${field}:".`);
      } else if (seen.has(key)) {
        tell([...at, field], `has "${text}" twice.`, 'Change or remove one of the two.');
      }
      seen.add(key);
    }
    if (!textOf(part['feedback'])) {
      const message = `has no feedback for "${textOf(part[distinct[0] ?? ''])}".`;
      tell(at, message, 'Add "feedback:" and say why it is or is not right.');
    }
  });
}

function checkRight({ kind, answer }: Fields, choices: Fields[], tell: Report) {
  const isRight = (choice: Fields) => choice['correct'] === true;
  const right = choices.filter(isRight);
  const count = right.length;
  const at = ['choices'];
  if (count === 0) {
    if (reportMeant(choices, tell)) return;
    tell(at, 'has no right answer.', 'Add "correct: true" to the right choice.');
  } else if (count === choices.length) {
    const hint = 'Take "correct: true" from what is wrong, or add a wrong choice.';
    tell(at, 'has only right answers.', hint);
  } else if (kind !== 'several' && count > 1) {
    const message = `has ${String(count)} right answers, and its kind allows one.`;
    tell(at, message, 'Leave one, or make its kind "several".');
  } else if (kind === 'several' && count === 1) {
    const hint = 'Add another right choice, or make its kind "one".';
    tell(at, 'asks for several answers and has one that is right.', hint);
  }
  if (kind === 'true-false' && count === 1 && right[0]?.['verdict'] !== answer) {
    const message = 'says one thing in "answer" and another in its right choice.';
    const hint = 'Make "answer" and the right choice’s "verdict" agree.';
    tell([...at, choices.findIndex(isRight), 'verdict'], message, hint);
  }
}

/** Fields of a choice. */
const known = ['text', 'correct', 'feedback', 'verdict'];

/** What an author meant by "correct: true" and wrote in another way; whether there was something. */
function reportMeant(choices: Fields[], tell: Report): boolean {
  for (const [index, choice] of choices.entries()) {
    const { correct } = choice;
    if (typeof correct === 'string') {
      const message = `has the text “${correct}” in "correct", which is not true or false.`;
      tell(['choices', index, 'correct'], message, 'Write correct: true, without quotes.');
      return true;
    }
    const misspelt = Object.keys(choice).find(
      (field) => !known.includes(field) && nearest(field, ['correct'], 1).length > 0,
    );
    if (misspelt !== undefined) {
      const message = `has the unknown field "${misspelt}".`;
      tell(['choices', index, misspelt], message, 'Did you mean correct?');
      return true;
    }
  }
  return false;
}

/** Reports a section that the question's page has not, and works that it does not cite. */
function checkLinks(question: Fields, page: QuizPage, works: ReadonlySet<string>, tell: Report) {
  const section = textOf(question['section']);
  if (!section) tell([], 'names no section.', 'Add "section:" with a heading’s anchor.');
  else if (!page.sections.includes(section)) {
    const hint = suggestion(section, page.sections, 'the page’s headings');
    tell(['section'], `points to the unknown section "${section}".`, hint);
  }
  const { references } = question;
  if (!Array.isArray(references)) return;
  references.forEach((reference: unknown, index) => {
    const id = textOf(reference);
    if (!works.has(id)) {
      const hint = suggestion(id, works, 'src/content/references.json');
      tell(['references', index], `names the unknown work "${id}".`, hint);
    } else if (!page.cited.has(id)) {
      const message = `names the work "${id}", which its page does not cite.`;
      const hint = 'Cite it in the section, or name a work that the page cites.';
      tell(['references', index], message, hint);
    }
  });
}

/** How the right answers of questions with one right choice are spread; each share is from 0 to 1. */
export function answerBalance(questions: readonly Question[]) {
  const single = questions.flatMap((question) =>
    'choices' in question && question.kind !== 'several' ? [question.choices] : [],
  );
  const positions: number[] = [];
  let longest = 0;
  let shortest = 0;
  for (const choices of single) {
    const right = choices.findIndex(({ correct }) => correct);
    positions[right] = (positions[right] ?? 0) + 1;
    const lengths = choices.map(({ text }) => text.length);
    const [length = 0] = lengths.splice(right, 1);
    if (length > Math.max(...lengths)) longest += 1;
    if (length < Math.min(...lengths)) shortest += 1;
  }
  const statements = questions.filter((question) => question.kind === 'true-false');
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of);
  return {
    /** For each written position, from the first: how often the right choice stands there. */
    positions: Array.from(positions, (count) => count ?? 0),
    /** Share of questions whose right choice is longer than every other. */
    longest: share(longest, single.length),
    /** Share of questions whose right choice is shorter than every other. */
    shortest: share(shortest, single.length),
    /** Share of true-false statements that are true. */
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
  const isLost =
    !site.hasAllCitations ||
    outline?.uses.some(({ name, props }) => name === 'Finding' && !findings.has(props['id'] ?? ''));
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
