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
  const text = JSON.stringify([question.kind, question.stem, asked(question)]);
  return textHash(text).toString(36).padStart(7, '0');
}

function asked(question: Question): unknown[] {
  switch (question.kind) {
    case 'order':
      return question.items.map(({ text }) => text);
    case 'match':
      return question.pairs.map(({ left, right }) => [left, right]);
    case 'true-false':
      return question.choices.map(({ text, correct, verdict }) => [text, correct, verdict]);
    default:
      return question.choices.map(({ text, correct }) => [text, correct]);
  }
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
  switch (question.kind) {
    case 'order':
      return { parts: question.items, rights: [] };
    case 'match':
      return {
        parts: question.pairs.map(({ left, feedback }) => ({ text: left, feedback })),
        rights: question.pairs.map(({ right }) => right),
      };
    case 'true-false':
      return {
        parts: question.choices.map(({ text, verdict, correct, feedback }) => ({
          text: verdict ? t('quiz.true', { text }) : t('quiz.false', { text }),
          feedback,
          right: correct,
          verdict,
        })),
        rights: [],
      };
    default:
      return {
        parts: question.choices.map(({ text, correct, feedback }) => ({
          text,
          feedback,
          right: correct,
        })),
        rights: [],
      };
  }
}

/** The source of a question as a sentence, for exported files. */
export function readOn({ section, works }: QuestionView, quiz: string): string {
  const behind = works.map(({ text }) => text).join('; ');
  const from = t('quiz.export.from', { section: section.text, page: quiz, site: site.name });
  return behind ? `${from} ${t('quiz.export.behind', { works: behind })}` : from;
}

/** Why the right order or the right pairs are right, as one text, for formats without feedback a part. */
export function explainAll({ parts, rights }: QuestionView): string {
  return parts
    .map(({ text, feedback }, at) => {
      const said = rights[at] ? `${text} → ${rights[at]}` : `${String(at + 1)}. ${text}`;
      return `${said} (${feedback})`;
    })
    .join(' ');
}
