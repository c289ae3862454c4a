import type { APIRoute } from 'astro';
import { formatAnki } from '../../features/quiz/export/anki.ts';
import { getQuizPaths, type QuizProps } from '../../features/quiz/quizzes.ts';

export const getStaticPaths = getQuizPaths;

/** A quiz as notes for Anki. */
export const GET: APIRoute<QuizProps> = ({ props }) =>
  new Response(formatAnki(props.quiz), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
