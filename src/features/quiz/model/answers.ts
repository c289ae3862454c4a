import { t } from '../../../lib/i18n/t.ts';
import { isPlaced, type QuestionView } from './view.ts';
import { createEntryStore, isRecord, type Entries } from '../../../lib/storage/entry-store.ts';
import type { StorageLike } from '../../../lib/storage/store.ts';

/**
 * A reader's answer as indices of parts as written. Choices: those chosen, ascending. An ordering:
 * all items, first to last. Pairs: for each left side the index of its right side, or −1.
 */
export type Answer = readonly number[];

type Marked = Pick<QuestionView, 'kind' | 'parts'>;

/** The one right answer. */
export function solution({ kind, parts }: Marked): Answer {
  const all = parts.map((_, index) => index);
  return isPlaced(kind) ? all : all.filter((index) => parts[index]?.right);
}

/** Marks an answer: right only when nothing in it is wrong or missing. */
export function markAnswer(question: Marked, answer: Answer) {
  const key = solution(question);
  const parts = question.parts.map((_, index) =>
    isPlaced(question.kind)
      ? answer[index] === key[index]
      : answer.includes(index) === key.includes(index),
  );
  return {
    right: parts.every(Boolean) && answer.length === key.length,
    /** For each part, whether it was answered right; a choice left alone rightly counts. */
    parts,
  };
}

/** Whether there is enough of an answer to mark: something chosen, or every pair matched. */
export function isComplete({ kind }: Marked, answer: Answer): boolean {
  return answer.length > 0 && (kind !== 'match' || !answer.includes(-1));
}

/** Whether saved numbers can be an answer to this question. */
export function isAnswer({ kind, parts }: Marked, answer: Answer): boolean {
  const { length } = parts;
  if (answer.some((index) => index < 0 || index >= length)) return false;
  // One right side may have been chosen for two left sides.
  if (kind === 'match') return answer.length === length;
  const distinct = new Set(answer).size === answer.length;
  if (kind === 'order') return distinct && answer.length === length;
  return distinct && (isSingle(kind) ? answer.length === 1 : answer.length > 0);
}

/** Whether one choice excludes the others. */
export function isSingle(kind: QuestionView['kind']): boolean {
  return kind === 'one' || kind === 'situation' || kind === 'true-false';
}

/** What a reader hears first after checking: right, or how near it was. */
export function verdictText(question: Marked, answer: Answer): string {
  const mark = markAnswer(question, answer);
  if (mark.right) return t('quiz.verdict.right');
  const { kind, parts } = question;
  const right = mark.parts.filter(Boolean).length;
  const count = parts.length;
  if (kind === 'order') return t('quiz.verdict.places', { right, count });
  if (kind === 'match') return t('quiz.verdict.pairs', { right, count });
  const key = solution(question);
  if (kind === 'several') {
    const found = answer.filter((index) => key.includes(index)).length;
    const [wrong, all] = [answer.length - found, key.length];
    if (wrong === 0) return t('quiz.verdict.notAll', { found, all });
    return t('quiz.verdict.tooMany', { found, all, count: wrong });
  }
  const chosen = parts[answer[0] ?? -1]?.verdict;
  const isJudgedRight = chosen !== undefined && chosen === parts[key[0] ?? -1]?.verdict;
  return isJudgedRight ? t('quiz.verdict.otherReason') : t('quiz.verdict.notQuite');
}

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

/** The saved answer that still belongs to the question, as it stands today. */
export function currentAnswer(
  question: QuestionView,
  answers: SavedAnswers,
): SavedAnswer | undefined {
  const saved = answers.get(question.id);
  return saved?.hash === question.hash && isAnswer(question, saved.answer) ? saved : undefined;
}

/** How far a reader is with a set of questions; answers to edited questions do not count. */
export function quizProgress(questions: readonly QuestionView[], answers: SavedAnswers) {
  const given = questions.flatMap((question) => {
    const saved = currentAnswer(question, answers);
    if (!saved) return [];
    return [{ question, right: markAnswer(question, saved.answer).right, missed: saved.missed }];
  });
  return {
    answered: given.length,
    right: given.filter(({ right }) => right).length,
    /** Right without a miss before. */
    firstTry: given.filter(({ right, missed }) => right && !missed).length,
    /** Questions that were missed at some time, in the quiz's order. */
    missed: given.filter(({ missed }) => missed).map(({ question }) => question),
  };
}
