import { mapsIn, type Entry } from '../../../content-model/model/problem.ts';
import { nearest, suggestion } from '../../../lib/text/nearest.ts';

/** A quiz file as written, before any schema has looked at it. */
export type QuizSource = Pick<Entry, 'file' | 'data' | 'lineOf'>;

/** What quizzes may point to. */
export interface QuizTargets {
  /** Pages by slug, each with the anchors of its sections and the ids of the works it cites. */
  pages: ReadonlyMap<string, QuizPage>;
  /** Ids of all works. */
  works: ReadonlySet<string>;
}

/** A page as a quiz sees it. */
export interface QuizPage {
  sections: readonly string[];
  cited: ReadonlySet<string>;
}

/** Notes one mistake at a path inside what is being checked. */
export type Report = (path: readonly PropertyKey[], message: string, hint: string) => void;

/** The text of a value without spaces around it; empty where it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** Where each kind of question keeps its parts, and the fields that no two of them may share. */
const shapes: Record<string, { list: string; distinct: string[] }> = {
  one: { list: 'choices', distinct: ['text'] },
  situation: { list: 'choices', distinct: ['text'] },
  several: { list: 'choices', distinct: ['text'] },
  'true-false': { list: 'choices', distinct: ['text'] },
  order: { list: 'items', distinct: ['text'] },
  match: { list: 'pairs', distinct: ['left', 'right'] },
};

type Fields = Record<string, unknown>;

/** Reports the mistakes in one question; without a page its section and works go unchecked. */
export function checkQuestion(
  question: Fields,
  page: QuizPage | undefined,
  works: ReadonlySet<string>,
  report: Report,
): void {
  const name = `Question "${textOf(question['id']) || '?'}"`;
  const kind = textOf(question['kind']);
  const shape = Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
  if (!textOf(question['stem'])) report([], `${name} asks nothing.`, 'Add "stem:".');
  if (shape) {
    checkParts(name, mapsIn(question[shape.list]), shape, report);
    if (shape.list === 'choices') checkRight(name, question, report);
  } else {
    const message = kind ? `${name} has the unknown kind "${kind}".` : `${name} has no kind.`;
    report(
      ['kind'],
      message,
      suggestion(kind, Object.keys(shapes), 'src/content-model/schemas/quiz.ts'),
    );
  }
  if (page) checkLinks(name, question, page, works, report);
}

function checkParts(
  name: string,
  parts: Fields[],
  { list, distinct }: { list: string; distinct: string[] },
  report: Report,
) {
  if (parts.length < 3) {
    report([list], `${name} has ${String(parts.length)} ${list}.`, 'Write at least three.');
  }
  const seen = new Set<string>();
  parts.forEach((part, index) => {
    for (const field of distinct) {
      const text = textOf(part[field]);
      const key = `${field} ${text.toLowerCase().replace(/\s+/g, ' ')}`;
      const written = part[field];
      if (typeof written === 'number' || typeof written === 'boolean') {
        const message = `${name} has ${String(written)} in "${field}", which is no text.`;
        report([list, index, field], message, `Put it in quotes: '${String(written)}'.`);
      } else if (!text) {
        const message = `${name} has one of its ${list} without ${field}.`;
        report([list, index], message, `Add "${field}:".`);
      } else if (seen.has(key)) {
        const hint = 'Change or remove one of the two.';
        report([list, index, field], `${name} has "${text}" twice.`, hint);
      }
      seen.add(key);
    }
    if (!textOf(part['feedback'])) {
      const message = `${name} has no feedback for "${textOf(part[distinct[0] ?? ''])}".`;
      report([list, index], message, 'Add "feedback:" and say why it is or is not right.');
    }
  });
}

function checkRight(name: string, question: Fields, report: Report) {
  const choices = mapsIn(question['choices']);
  const several = question['kind'] === 'several';
  const isRight = (choice: Fields) => choice['correct'] === true;
  const right = choices.filter(isRight);
  const at = ['choices'];
  if (right.length === 0 && reportMeant(name, choices, report)) return;
  if (right.length === 0) {
    report(at, `${name} has no right answer.`, 'Add "correct: true" to the right choice.');
  } else if (right.length === choices.length) {
    const hint = 'Take "correct: true" from what is wrong, or add a wrong choice.';
    report(at, `${name} has only right answers.`, hint);
  } else if (!several && right.length > 1) {
    const message = `${name} has ${String(right.length)} right answers, and its kind allows one.`;
    report(at, message, 'Leave one, or make its kind "several".');
  } else if (several && right.length === 1) {
    const message = `${name} asks for several answers and has one that is right.`;
    report(at, message, 'Add another right choice, or make its kind "one".');
  }
  if (question['kind'] !== 'true-false' || right.length !== 1) return;
  if (right[0]?.['verdict'] !== question['answer']) {
    const message = `${name} says one thing in "answer" and another in its right choice.`;
    const hint = 'Make "answer" and the right choice’s "verdict" agree.';
    report([...at, choices.findIndex(isRight), 'verdict'], message, hint);
  }
}

/** What an author meant by "correct: true" and wrote in another way; whether there was something. */
function reportMeant(name: string, choices: Fields[], report: Report): boolean {
  for (const [index, choice] of choices.entries()) {
    const { correct } = choice;
    if (typeof correct === 'string') {
      const message = `${name} has the text “${correct}” in "correct", which is not true or false.`;
      report(['choices', index, 'correct'], message, 'Write correct: true, without quotes.');
      return true;
    }
    const [misspelt] = Object.keys(choice).filter(
      (field) => !known.includes(field) && nearest(field, ['correct'], 1).length > 0,
    );
    if (misspelt !== undefined) {
      const message = `${name} has the unknown field "${misspelt}".`;
      report(['choices', index, misspelt], message, 'Did you mean correct?');
      return true;
    }
  }
  return false;
}

/** Fields of a choice. */
const known = ['text', 'correct', 'feedback', 'verdict'];

/** Reports a section that the question's page has not, and works that it does not cite. */
export function checkLinks(
  name: string,
  question: Record<string, unknown>,
  page: QuizPage,
  works: ReadonlySet<string>,
  report: Report,
): void {
  const section = textOf(question['section']);
  if (!section) report([], `${name} names no section.`, 'Add "section:" with a heading’s anchor.');
  else if (!page.sections.includes(section)) {
    const hint = suggestion(section, page.sections, 'the page’s headings');
    report(['section'], `${name} points to the unknown section "${section}".`, hint);
  }
  const references: unknown = question['references'];
  if (!Array.isArray(references)) return;
  references.forEach((reference: unknown, index) => {
    const id = textOf(reference);
    if (!works.has(id)) {
      const hint = suggestion(id, works, 'src/content/references.json');
      report(['references', index], `${name} names the unknown work "${id}".`, hint);
    } else if (!page.cited.has(id)) {
      const message = `${name} names the work "${id}", which its page does not cite.`;
      const hint = 'Cite it in the section, or name a work that the page cites.';
      report(['references', index], message, hint);
    }
  });
}
