import { isAnswer, markAnswer } from './mark.ts';
import type { SavedAnswer, SavedAnswers } from './saved-answers.ts';
import type { QuestionView } from './view.ts';

/** How far a reader is with a set of questions. */
export interface QuizProgress {
  answered: number;
  right: number;
  /** Right without a miss before. */
  firstTry: number;
  /** Questions that were missed at some time, in the quiz's order. */
  missed: QuestionView[];
}

/** The saved answer that still belongs to the question, as it stands today. */
export function currentAnswer(
  question: QuestionView,
  answers: SavedAnswers,
): SavedAnswer | undefined {
  const saved = answers.get(question.id);
  return saved?.hash === question.hash && isAnswer(question, saved.answer) ? saved : undefined;
}

/** Sums up the saved answers to a set of questions; answers to edited questions do not count. */
export function quizProgress(
  questions: readonly QuestionView[],
  answers: SavedAnswers,
): QuizProgress {
  const progress: QuizProgress = { answered: 0, right: 0, firstTry: 0, missed: [] };
  for (const question of questions) {
    const saved = currentAnswer(question, answers);
    if (!saved) continue;
    const { right } = markAnswer(question, saved.answer);
    progress.answered += 1;
    if (right) progress.right += 1;
    if (saved.missed) progress.missed.push(question);
    else if (right) progress.firstTry += 1;
  }
  return progress;
}
