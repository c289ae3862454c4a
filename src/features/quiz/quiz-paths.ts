import type { QuizView } from './model/view.ts';
import { getQuizViews } from './quiz-views.ts';

/** What a page or file made from one quiz is given. */
export interface QuizProps {
  quiz: QuizView;
}

/** One path for each quiz, for routes with `[id]`. */
export async function getQuizPaths() {
  const quizzes = await getQuizViews();
  return quizzes.map((quiz) => ({ params: { id: quiz.id }, props: { quiz } satisfies QuizProps }));
}
