import { createEntryStore, type Entries, isRecord } from '../../../lib/storage/entry-store.ts';
import type { StorageLike } from '../../../lib/storage/store.ts';
import type { Answer } from './mark.ts';

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
