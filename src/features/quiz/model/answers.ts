import { t } from '../../../lib/i18n/t.ts';
import { hasPositions, type QuestionView } from './view.ts';
import { createEntryStore, isRecord, type Entries } from '../../../lib/storage/entry-store.ts';
import type { StorageLike } from '../../../lib/storage/store.ts';

/**
 * A reader's answer as indices of parts in source order. Choices: the chosen ones, ascending.
 * Ordering: all items, first to last. Matching: for each left side the index of its right side, or −1
 * if none is chosen.
 */
export type Answer = readonly number[];

type MarkableQuestion = Pick<QuestionView, 'kind' | 'parts'>;

/** The right answer to a question. */
export function solution({ kind, parts }: MarkableQuestion): Answer {
  const all = parts.map((_, index) => index);
  return hasPositions(kind) ? all : all.filter((index) => parts[index]?.right);
}

/** Marks an answer: right only if no part is wrong or missing. */
export function markAnswer(question: MarkableQuestion, answer: Answer) {
  const key = solution(question);
  const parts = question.parts.map((_, index) =>
    hasPositions(question.kind)
      ? answer[index] === key[index]
      : answer.includes(index) === key.includes(index),
  );
  return {
    right: parts.every(Boolean) && answer.length === key.length,
    /** For each part, whether it was answered right; for a distractor, whether it was not chosen. */
    parts,
  };
}

/** Whether an answer can be marked: at least one choice, or a right side for every left side. */
export function isComplete({ kind }: MarkableQuestion, answer: Answer): boolean {
  return answer.length > 0 && (kind !== 'match' || !answer.includes(-1));
}

/** Whether stored indices are a possible answer to the question. */
export function isValidAnswer({ kind, parts }: MarkableQuestion, answer: Answer): boolean {
  const { length } = parts;
  if (answer.some((index) => index < 0 || index >= length)) return false;
  // Two left sides may have the same right side.
  if (kind === 'match') return answer.length === length;
  const distinct = new Set(answer).size === answer.length;
  if (kind === 'order') return distinct && answer.length === length;
  return distinct && (isSingle(kind) ? answer.length === 1 : answer.length > 0);
}

/** Whether only one choice can be chosen. */
export function isSingle(kind: QuestionView['kind']): boolean {
  return kind === 'one' || kind === 'situation' || kind === 'true-false';
}

/** Sentence that says whether an answer is right or how much of it is. */
export function verdictText(question: MarkableQuestion, answer: Answer): string {
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

/** A reader's latest checked answer to one question. */
export interface SavedAnswer {
  /** `questionHash` when it was answered; differs once the question has been edited. */
  hash: string;
  answer: Answer;
  /** When it was checked, in milliseconds since 1970. */
  at: number;
  /** Whether this or an earlier answer was wrong. */
  missed: boolean;
}

/** The answers to one quiz, keyed by question id. */
export type SavedAnswers = Entries<SavedAnswer>;

/** Creates the store of the answers to one quiz on the reader's device. */
export function createAnswerStore(quiz: string, storage: () => StorageLike) {
  return createEntryStore(`answers:${quiz}`, parseAnswer, storage);
}

/** Parses a saved answer from unknown JSON; undefined if it has the wrong shape. */
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

/** The saved answer to a question; undefined if there is none or the question has since been edited. */
export function currentAnswer(question: QuestionView, answers: SavedAnswers) {
  const saved = answers.get(question.id);
  return saved?.hash === question.hash && isValidAnswer(question, saved.answer) ? saved : undefined;
}

/** Counts a reader's answers to a set of questions; answers to edited questions are ignored. */
export function quizProgress(questions: readonly QuestionView[], answers: SavedAnswers) {
  const given = questions.flatMap((question) => {
    const saved = currentAnswer(question, answers);
    if (!saved) return [];
    return [{ question, right: markAnswer(question, saved.answer).right, missed: saved.missed }];
  });
  return {
    answered: given.length,
    right: given.filter(({ right }) => right).length,
    /** Number of questions answered right without a wrong answer before. */
    firstTry: given.filter(({ right, missed }) => right && !missed).length,
    /** Questions with a wrong answer at some time, in the quiz's order. */
    missed: given.filter(({ missed }) => missed).map(({ question }) => question),
  };
}
