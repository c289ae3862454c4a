import type { APIRoute } from 'astro';
import { formatGift } from '../../features/quiz/export/gift.ts';
import { getQuizPaths, type QuizProps } from '../../features/quiz/quizzes.ts';

export const getStaticPaths = getQuizPaths;

/** A quiz for Moodle. */
export const GET: APIRoute<QuizProps> = ({ props }) =>
  new Response(formatGift(props.quiz), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
