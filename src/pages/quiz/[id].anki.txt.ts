import type { APIRoute } from 'astro';
import { formatAnki } from '../../lib/quiz/export/anki.ts';
import { getQuizPaths, type QuizProps } from '../../queries/quiz-paths.ts';

export const getStaticPaths = getQuizPaths;

/** A quiz as notes for Anki. */
export const GET: APIRoute<QuizProps> = ({ props }) =>
  new Response(formatAnki(props.quiz), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
