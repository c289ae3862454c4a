import type { Answer } from '../model/mark.ts';
import type { QuestionView } from '../model/view.ts';

/** What each way of answering gets. */
export interface AnswerProps {
  question: QuestionView;
  /** Order in which parts are shown. */
  order: readonly number[];
  answer: Answer;
  /** For each part, whether it was answered right; undefined before checking. */
  marks: readonly boolean[] | undefined;
  /** Whether the browser has taken over. */
  live: boolean;
  onAnswer: (answer: Answer) => void;
}
