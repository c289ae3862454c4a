import type { Question } from '../../../content-model/schemas/quiz.ts';
import { t } from '../../../lib/i18n/t.ts';
import { site } from '../../../site/site.ts';
import { textHash } from './shuffle.ts';

/**
 * Hash of what a question asks and what answers it: seven characters of base 36. Saved answers
 * carry it, so that an edited question lapses alone. Feedback, section and works are left out:
 * fixing them changes no answer.
 */
export function questionHash(question: Question): string {
  let asked: unknown[];
  if (question.kind === 'order') asked = question.items.map(({ text }) => text);
  else if (question.kind === 'match')
    asked = question.pairs.map(({ left, right }) => [left, right]);
  else if (question.kind === 'true-false')
    asked = question.choices.map(({ text, correct, verdict }) => [text, correct, verdict]);
  else asked = question.choices.map(({ text, correct }) => [text, correct]);
  const text = JSON.stringify([question.kind, question.stem, asked]);
  return textHash(text).toString(36).padStart(7, '0');
}

/** Whether an answer puts every part somewhere, so that its place in the answer counts. */
export function isPlaced(kind: Question['kind']): boolean {
  return kind === 'order' || kind === 'match';
}

/** What a reader is asked to do with each kind of question. */
export const askedTo: Record<QuestionView['kind'], string> = {
  one: t('quiz.asked.one'),
  situation: t('quiz.asked.situation'),
  several: t('quiz.asked.several'),
  'true-false': t('quiz.asked.trueFalse'),
  order: t('quiz.asked.order'),
  match: t('quiz.asked.match'),
};

/** A link under a question. */
export interface ViewLink {
  /** An anchor on the quiz's own page, such as `#in-a-couple`. */
  href: string;
  text: string;
}

/** A choice, an item to order or the left side of a pair. */
export interface ViewPart {
  text: string;
  feedback: string;
  /** Whether choosing it is right; only choices have it. */
  right?: boolean;
  /** What a reason says of its statement; only true-false choices have it. */
  verdict?: boolean;
}

/** A question as an island shows it: one shape for every kind. */
export interface QuestionView {
  id: string;
  kind: Question['kind'];
  hash: string;
  stem: string;
  /** Parts as the author wrote them: the right order of an ordering. */
  parts: ViewPart[];
  /** Right sides of pairs, each at the index of its left side; empty for other kinds. */
  rights: string[];
  section: ViewLink;
  works: ViewLink[];
}

/** A page's quiz as an island shows it. */
export interface QuizView {
  id: string;
  title: string;
  questions: QuestionView[];
}

/** A question in the one shape that islands and exports read, with its links. */
export function toQuestionView(
  question: Question,
  links: Pick<QuestionView, 'section' | 'works'>,
): QuestionView {
  const { id, kind, stem } = question;
  return { id, kind, stem, hash: questionHash(question), ...readParts(question), ...links };
}

/** The parts of any kind of question in one shape. */
export function readParts(question: Question): Pick<QuestionView, 'parts' | 'rights'> {
  if (question.kind === 'order') return { parts: question.items, rights: [] };
  if (question.kind === 'match') {
    return {
      parts: question.pairs.map(({ left, feedback }) => ({ text: left, feedback })),
      rights: question.pairs.map(({ right }) => right),
    };
  }
  const parts = question.choices.map((choice): ViewPart => {
    const { text, feedback, correct: right } = choice;
    if (!('verdict' in choice)) return { text, feedback, right };
    const { verdict } = choice;
    const judged = verdict ? t('quiz.true', { text }) : t('quiz.false', { text });
    return { text: judged, feedback, right, verdict };
  });
  return { parts, rights: [] };
}

/** The source of a question as a sentence, for exported files. */
export function readOn({ section, works }: QuestionView, quiz: string): string {
  const behind = works.map(({ text }) => text).join('; ');
  const from = t('quiz.export.from', { section: section.text, page: quiz, site: site.name });
  return behind ? `${from} ${t('quiz.export.behind', { works: behind })}` : from;
}

/**
 * Closing words of a question in an exported file: its source. Formats have no feedback for each part of an
 * order or of pairs, so that for these the reasons come first.
 */
export function explainAll(question: QuestionView, quiz: string): string {
  const { kind, parts, rights } = question;
  const placed = parts.map(({ text, feedback }, at) => {
    const said = rights[at] ? `${text} → ${rights[at]}` : `${String(at + 1)}. ${text}`;
    return `${said} (${feedback})`;
  });
  return [...(isPlaced(kind) ? placed : []), readOn(question, quiz)].join(' ');
}
