import { type CollectionEntry, getCollection } from 'astro:content';
import { ContentError } from '../../lib/content/problem.ts';
import { suggestion } from '../../lib/text/nearest.ts';
import { once } from '../../queries/once.ts';

export type QuizEntry = CollectionEntry<'quizzes'>;

/** Every quiz. */
export const getQuizzes = once(() => getCollection('quizzes'));

/** The quiz with this id. @throws ContentError naming the nearest ids when there is none. */
export async function getQuiz(id: string): Promise<QuizEntry> {
  const quizzes = await getQuizzes();
  const quiz = quizzes.find((one) => one.id === id);
  if (quiz) return quiz;
  throw new ContentError({
    file: 'src/content/quizzes',
    message: `There is no quiz "${id}".`,
    hint: suggestion(
      id,
      quizzes.map((one) => one.id),
      'src/content/quizzes',
    ),
  });
}
