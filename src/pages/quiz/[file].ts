import type { APIRoute } from 'astro';
import { formatAnki, formatGift } from '../../features/quiz/export/text-files.ts';
import { formatQtiPackage } from '../../features/quiz/export/qti.ts';
import type { QuizView } from '../../features/quiz/model/view.ts';
import { getQuizViews } from '../../features/quiz/quizzes.ts';

/** Export formats of a quiz, by file extension. */
const formats: Record<string, (quiz: QuizView) => BodyInit> = {
  // For Moodle.
  gift: formatGift,
  // QTI 3.0, for learning platforms.
  'qti.zip': (quiz) => formatQtiPackage(quiz).slice().buffer,
  // For Anki.
  'anki.txt': formatAnki,
};

interface Props {
  write: () => BodyInit;
}

export async function getStaticPaths() {
  const quizzes = await getQuizViews();
  const files = quizzes.flatMap((quiz) =>
    Object.entries(formats).map(([format, write]) => ({
      params: { file: `${quiz.id}.${format}` },
      props: { write: () => write(quiz) } satisfies Props,
    })),
  );
  // All quizzes, for the practice page.
  const all = { write: () => JSON.stringify(quizzes) } satisfies Props;
  return [...files, { params: { file: 'questions.json' }, props: all }];
}

export const GET: APIRoute<Props> = ({ props: { write } }) => new Response(write());
