import type { Site } from '../../../content-model/check/read-site.ts';
import { locate, mapsIn, problemAt, textsIn } from '../../../content-model/model/problem.ts';
import type { Entry, Problem } from '../../../content-model/model/problem.ts';
import { findDuplicates, findUnknown, textsAt } from '../../../content-model/model/texts.ts';
import type { Question } from '../../../content-model/schemas/quiz.ts';
import { nearest, suggestion } from '../../../lib/text/nearest.ts';

/** The anchors of a page's sections, and the ids of the works it cites. */
interface QuizPage {
  sections: string[];
  cited: ReadonlySet<string>;
}

/** Link targets of quizzes: pages by slug, and the ids of all works. */
interface QuizTargets {
  pages: Map<string, QuizPage>;
  works: ReadonlySet<string>;
}

/** A mistake: its path relative to the quiz or question, the message, and how to fix it. */
type Mistake = [path: readonly PropertyKey[], message: string, hint: string];

type Report = (...mistake: Mistake) => void;

type Fields = Entry['data'];

/** The trimmed text of a value; empty if it is not a string. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** Reports mistakes in quizzes, and pages that show an unknown quiz or the quiz of another page. */
export function checkSiteQuizzes(site: Site): Problem[] {
  const { quizzes, references, findings } = site;
  if (!quizzes) return [];
  const targets: QuizTargets = {
    pages: new Map(),
    works: new Set(references?.map(({ id }) => id)),
  };
  const findingIds = new Set(findings?.map(({ id }) => id));
  const homeOf = new Map(quizzes.map(({ id, data }) => [id, String(data['page'])]));
  const problems: Problem[] = [];
  for (const { file, slug, outline } of site.pages) {
    if (!outline) continue;
    const { citations, uses } = outline;
    const cited = new Set(citations.flatMap(({ ids }) => ids));
    // With an unresolved citation or finding, reported elsewhere, any work may be cited.
    const isUnclear =
      !site.hasAllCitations ||
      citations.some(({ ids }) => ids.some((id) => !targets.works.has(id)) || ids.length === 0) ||
      uses.some(({ name, props }) => name === 'Finding' && !findingIds.has(props['id'] ?? ''));
    const sections = outline.sections.map((section) => section.slug);
    targets.pages.set(slug, { sections, cited: isUnclear ? targets.works : cited });
    for (const { name, props, line } of uses) {
      const { id } = props;
      const home = homeOf.get(id ?? '');
      if (name !== 'Quiz' || id === undefined || site.misnamed.has(id) || home === slug) continue;
      const unknown = findUnknown(
        id,
        homeOf.keys(),
        'src/content/quizzes',
        `There is no quiz "${id}".`,
      );
      const elsewhere = {
        message: `The quiz "${id}" belongs to the page "${String(home)}" and stands on "${slug}".`,
        hint: 'Correct the id here, or "page" in the quiz.',
      };
      problems.push(...locate({ file, line }, unknown ?? elsewhere));
    }
  }
  // Links of questions can only be checked if the references and the page were parsed.
  const broken = site.pages.filter(({ outline }) => !outline).map(({ slug }) => slug);
  const unparsed = new Set([...broken, ...site.misnamed]);
  const checkable = references
    ? quizzes.filter(({ data }) => !unparsed.has(String(data['page'])))
    : [];
  return [...checkQuizzes(checkable, targets), ...problems];
}

/** Reports mistakes in quizzes not yet validated, since these messages are clearer than the schema’s. */
export function checkQuizzes(quizzes: readonly Entry[], { pages, works }: QuizTargets): Problem[] {
  const problems = findDuplicates(
    textsAt(quizzes, 'questions.*.id'),
    ({ text }) => text.trim() || undefined,
    ({ text, file }, first) => ({
      message: `Question "${text}" has the id of one ${first.file === file ? 'above in this file' : `in ${first.file}`}.`,
      hint: 'Give another id to the one that was written last: ids of published questions never change.',
    }),
  );
  for (const quiz of quizzes) {
    const reportQuiz: Report = (path, message, hint) => {
      problems.push(...problemAt(quiz, path, message, hint));
    };
    const slug = textOf(quiz.data['page']);
    const page = pages.get(slug);
    if (!slug) reportQuiz([], 'The quiz has no page.', 'Add "page:" with the slug of its page.');
    else if (!page) {
      const hint = suggestion(slug, pages.keys(), 'src/content/docs');
      reportQuiz(['page'], `There is no page "${slug}".`, hint);
    }
    const questions = mapsIn(quiz.data['questions']);
    if (questions.length === 0) {
      reportQuiz(['questions'], 'The quiz has no questions.', 'Add "questions:" and under it one.');
    }
    for (const [index, question] of questions.entries()) {
      const id = textOf(question['id']);
      const reportQuestion: Report = (path, message, hint) =>
        reportQuiz(['questions', index, ...path], `Question "${id || '?'}" ${message}`, hint);
      if (!id) {
        const hint = 'Add "id:" with a few words-in-kebab-case.';
        reportQuiz(['questions', index], 'A question has no id.', hint);
      }
      checkQuestion(question, reportQuestion);
      if (page) checkLinks(question, page, works, reportQuestion);
    }
  }
  return problems;
}

const choiceShape = { list: 'choices', distinct: ['text'] };

/** For each kind of question, the field with its parts, and the fields that must differ among them. */
const shapes = new Map([
  ['one', choiceShape],
  ['situation', choiceShape],
  ['several', choiceShape],
  ['true-false', choiceShape],
  ['order', { list: 'items', distinct: ['text'] }],
  ['match', { list: 'pairs', distinct: ['left', 'right'] }],
]);

function checkQuestion(question: Fields, report: Report) {
  const kind = textOf(question['kind']);
  const shape = shapes.get(kind);
  if (!textOf(question['stem'])) report([], 'asks nothing.', 'Add "stem:".');
  if (!shape) {
    const hint = suggestion(kind, shapes.keys(), 'src/content-model/schemas/quiz.ts');
    report(['kind'], kind ? `has the unknown kind "${kind}".` : 'has no kind.', hint);
    return;
  }
  const parts = mapsIn(question[shape.list]);
  checkParts(parts, shape, report);
  if (shape !== choiceShape) return;
  const mistake = findAnswerKeyMistake(question, parts);
  if (mistake) report(...mistake);
}

function checkParts(parts: Fields[], { list, distinct }: typeof choiceShape, report: Report) {
  if (parts.length < 3) {
    report([list], `has ${String(parts.length)} ${list}.`, 'Write at least three.');
  }
  const seen = new Set<string>();
  for (const [index, part] of parts.entries()) {
    const at = [list, index];
    for (const field of distinct) {
      const written = part[field];
      const text = textOf(written);
      const key = `${field} ${text.toLowerCase().replace(/\s+/g, ' ')}`;
      if (typeof written === 'number' || typeof written === 'boolean') {
        const message = `has ${String(written)} in "${field}", which is no text.`;
        report([...at, field], message, `Put it in quotes: '${String(written)}'.`);
      } else if (!text) {
        report(at, `has one of its ${list} without ${field}.`, `Add "${field}:".`);
      } else if (seen.has(key)) {
        report([...at, field], `has "${text}" twice.`, 'Change or remove one of the two.');
      }
      seen.add(key);
    }
    if (!textOf(part['feedback'])) {
      const message = `has no feedback for "${textOf(part[distinct[0] ?? ''])}".`;
      report(at, message, 'Add "feedback:" and say why it is or is not right.');
    }
  }
}

/** Finds a mistake in which choices are marked as correct. */
function findAnswerKeyMistake({ kind, answer }: Fields, choices: Fields[]): Mistake | undefined {
  const isRight = ({ correct }: Fields) => correct === true;
  const count = choices.filter(isRight).length;
  const at = ['choices'];
  if (count === 0) {
    const hint = 'Add "correct: true" to the right choice.';
    return findMalformedCorrect(choices) ?? [at, 'has no right answer.', hint];
  }
  if (count === choices.length) {
    const hint = 'Take "correct: true" from what is wrong, or add a wrong choice.';
    return [at, 'has only right answers.', hint];
  }
  if (kind === 'several') {
    const hint = 'Add another right choice, or make its kind "one".';
    const message = 'asks for several answers and has one that is right.';
    return count === 1 ? [at, message, hint] : undefined;
  }
  if (count > 1) {
    const message = `has ${String(count)} right answers, and its kind allows one.`;
    return [at, message, 'Leave one, or make its kind "several".'];
  }
  const right = choices.findIndex(isRight);
  if (kind !== 'true-false' || choices[right]?.['verdict'] === answer) return undefined;
  const message = 'says one thing in "answer" and another in its right choice.';
  const hint = 'Make "answer" and the right choice’s "verdict" agree.';
  return [[...at, right, 'verdict'], message, hint];
}

/** Fields of a choice. */
const choiceFields = ['text', 'correct', 'feedback', 'verdict'];

/** Finds a misspelled or quoted "correct: true". */
function findMalformedCorrect(choices: Fields[]): Mistake | undefined {
  for (const [index, choice] of choices.entries()) {
    const { correct } = choice;
    if (typeof correct === 'string') {
      const message = `has the text “${correct}” in "correct", which is not true or false.`;
      return [['choices', index, 'correct'], message, 'Write correct: true, without quotes.'];
    }
    const misspelt = Object.keys(choice).find(
      (field) => !choiceFields.includes(field) && nearest(field, ['correct'], 1).length > 0,
    );
    if (misspelt !== undefined) {
      const message = `has the unknown field "${misspelt}".`;
      return [['choices', index, misspelt], message, 'Did you mean correct?'];
    }
  }
  return undefined;
}

/** Reports a section that is not on the quiz's page, and works that the page does not cite. */
function checkLinks(question: Fields, page: QuizPage, works: ReadonlySet<string>, report: Report) {
  const section = textOf(question['section']);
  if (!section) report([], 'names no section.', 'Add "section:" with a heading’s anchor.');
  else if (!page.sections.includes(section)) {
    const hint = suggestion(section, page.sections, 'the page’s headings');
    report(['section'], `points to the unknown section "${section}".`, hint);
  }
  for (const [index, id] of textsIn(question['references']).entries()) {
    if (!works.has(id)) {
      const hint = suggestion(id, works, 'src/content/references.json');
      report(['references', index], `names the unknown work "${id}".`, hint);
    } else if (!page.cited.has(id)) {
      const message = `names the work "${id}", which its page does not cite.`;
      const hint = 'Cite it in the section, or name a work that the page cites.';
      report(['references', index], message, hint);
    }
  }
}

/** Position and relative length of right choices, over all questions with exactly one. */
export function answerBalance(questions: readonly Question[]) {
  const single = questions.flatMap((question) => {
    if (!('choices' in question) || question.kind === 'several') return [];
    const position = question.choices.findIndex(({ correct }) => correct);
    const lengths = question.choices.map(({ text }) => text.length);
    const [length = 0] = lengths.splice(position, 1);
    return [{ position, length, others: lengths }];
  });
  const last = Math.max(-1, ...single.map(({ position }) => position));
  return {
    /** Number of right choices at each position in the source, from the first. */
    positions: Array.from(
      { length: last + 1 },
      (_, at) => single.filter(({ position }) => position === at).length,
    ),
    /** Questions whose right choice is longer than every distractor. */
    longest: single.filter(({ length, others }) => length > Math.max(...others)).length,
    /** Questions whose right choice is shorter than every distractor. */
    shortest: single.filter(({ length, others }) => length < Math.min(...others)).length,
    /** Number of true-false statements that are true. */
    true: questions.filter((question) => question.kind === 'true-false' && question.answer).length,
  };
}
