import type { Question } from '../../../schemas/quiz.ts';
import { questionHash } from './question-hash.ts';

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

function readParts(question: Question): Pick<QuestionView, 'parts' | 'rights'> {
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
          text: `${verdict ? 'True' : 'False'}, ${text}`,
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
