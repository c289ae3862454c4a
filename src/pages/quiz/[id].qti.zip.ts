import type { APIRoute } from 'astro';
import { formatQtiPackage } from '../../features/quiz/export/qti.ts';
import { getQuizPaths, type QuizProps } from '../../features/quiz/quizzes.ts';

export const getStaticPaths = getQuizPaths;

/** A quiz as a QTI 3.0 package for learning platforms. */
export const GET: APIRoute<QuizProps> = ({ props }) =>
  new Response(formatQtiPackage(props.quiz).slice().buffer, {
    headers: { 'Content-Type': 'application/zip' },
  });
