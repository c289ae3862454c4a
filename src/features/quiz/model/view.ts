import type { Question } from '../../../content-model/schemas/quiz.ts';
import { t } from '../../../lib/i18n/t.ts';
import { site } from '../../../site/site.ts';
import { textHash } from './shuffle.ts';

/**
 * Hash of a question's kind, stem, parts and answer key: seven base-36 characters. A saved answer
 * with another hash is ignored. Feedback, section and references are not hashed, so that editing
 * them keeps the saved answers.
 */
export function questionHash(question: Question): string {
  let parts: unknown[];
  if (question.kind === 'order') parts = question.items.map(({ text }) => text);
  else if (question.kind === 'match')
    parts = question.pairs.map(({ left, right }) => [left, right]);
  else if (question.kind === 'true-false')
    parts = question.choices.map(({ text, correct, verdict }) => [text, correct, verdict]);
  else parts = question.choices.map(({ text, correct }) => [text, correct]);
  const text = JSON.stringify([question.kind, question.stem, parts]);
  return textHash(text).toString(36).padStart(7, '0');
}

/** Whether positions in an answer matter, as in orderings and matchings; in choices they do not. */
export function hasPositions(kind: Question['kind']): boolean {
  return kind === 'order' || kind === 'match';
}

/** Instruction to the reader for each kind of question. */
export const instructions: Record<QuestionView['kind'], string> = {
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
  /** Whether it is a right choice; undefined for items and pairs. */
  right?: boolean;
  /** Whether the choice calls the statement true; only in true-false questions. */
  verdict?: boolean;
}

/** A question in the form that islands and exports use: one shape for every kind. */
export interface QuestionView {
  id: string;
  kind: Question['kind'];
  hash: string;
  stem: string;
  /** Parts in source order, which is the right order of an ordering. */
  parts: ViewPart[];
  /** Right sides of pairs, each at the index of its left side; empty for other kinds. */
  rights: string[];
  section: ViewLink;
  works: ViewLink[];
}

/** A page's quiz in the form that islands and exports use. */
export interface QuizView {
  id: string;
  title: string;
  questions: QuestionView[];
}

/** Converts a question of any kind to a view, with its links. */
export function toQuestionView(
  question: Question,
  links: Pick<QuestionView, 'section' | 'works'>,
): QuestionView {
  const { id, kind, stem } = question;
  return { id, kind, stem, hash: questionHash(question), ...toParts(question), ...links };
}

/** Converts the choices, items or pairs of a question to parts. */
export function toParts(question: Question): Pick<QuestionView, 'parts' | 'rights'> {
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
    const withVerdict = verdict ? t('quiz.true', { text }) : t('quiz.false', { text });
    return { text: withVerdict, feedback, right, verdict };
  });
  return { parts, rights: [] };
}

/** The source of a question as a sentence, for exported files. */
export function formatSource({ section, works }: QuestionView, quiz: string): string {
  const sources = works.map(({ text }) => text).join('; ');
  const from = t('quiz.export.from', { section: section.text, page: quiz, site: site.name });
  return sources ? `${from} ${t('quiz.export.behind', { works: sources })}` : from;
}

/**
 * General feedback of a question in an exported file: its source, after the feedback of all parts for
 * orderings and matchings, because GIFT and QTI have no feedback per item or pair.
 */
export function formatExplanation(question: QuestionView, quiz: string): string {
  const { kind, parts, rights } = question;
  const placed = parts.map(({ text, feedback }, at) => {
    const answer = rights[at] ? `${text} → ${rights[at]}` : `${String(at + 1)}. ${text}`;
    return `${answer} (${feedback})`;
  });
  return [...(hasPositions(kind) ? placed : []), formatSource(question, quiz)].join(' ');
}
