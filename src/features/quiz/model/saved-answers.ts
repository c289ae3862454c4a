import { createEntryStore, isRecord, type Entries } from '../../../lib/storage/entry-store.ts';
import type { StorageLike } from '../../../lib/storage/store.ts';
import { isAnswer, markAnswer, type Answer } from './mark.ts';
import type { QuestionView } from './view.ts';

/** A reader's last checked answer to one question. */
export interface SavedAnswer {
  /** Hash of the question that was answered; another hash means that the question has changed. */
  hash: string;
  answer: Answer;
  /** When it was checked, in milliseconds since 1970. */
  at: number;
  /** Whether it, or an answer before it, was wrong. */
  missed: boolean;
}

/** The answers to one quiz, keyed by question id. */
export type SavedAnswers = Entries<SavedAnswer>;

/** The answers to one quiz on the reader's device. */
export function createAnswerStore(quiz: string, storage: () => StorageLike) {
  return createEntryStore(`answers:${quiz}`, parseAnswer, storage);
}

/** Reads one saved answer from unknown JSON. */
export function parseAnswer(json: unknown): SavedAnswer | undefined {
  if (!isRecord(json)) return undefined;
  const { hash, answer, at, missed } = json;
  const valid =
    typeof hash === 'string' &&
    typeof at === 'number' &&
    typeof missed === 'boolean' &&
    Array.isArray(answer) &&
    answer.length <= 8 &&
    answer.every((index) => Number.isInteger(index));
  return valid ? { hash, at, missed, answer: answer as number[] } : undefined;
}

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
