import type { QuestionView } from './view.ts';

/**
 * A reader's answer as indices of parts as written. Choices: those chosen, ascending. An ordering:
 * all items, first to last. Pairs: for each left side the index of its right side, or −1.
 */
export type Answer = readonly number[];

/** How an answer did. */
export interface Mark {
  right: boolean;
  /** For each part, whether it was answered right; a choice left alone rightly counts. */
  parts: boolean[];
}

type Marked = Pick<QuestionView, 'kind' | 'parts'>;

/** The one right answer. */
export function solution({ kind, parts }: Marked): Answer {
  const all = parts.map((_, index) => index);
  return isPlaced(kind) ? all : all.filter((index) => parts[index]?.right);
}

/** Marks an answer: right only when nothing in it is wrong or missing. */
export function markAnswer(question: Marked, answer: Answer): Mark {
  const key = solution(question);
  const parts = question.parts.map((_, index) =>
    isPlaced(question.kind)
      ? answer[index] === key[index]
      : answer.includes(index) === key.includes(index),
  );
  return { right: parts.every(Boolean) && answer.length === key.length, parts };
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

/** Whether an answer puts every part somewhere, so that its place in the answer counts. */
function isPlaced(kind: QuestionView['kind']): boolean {
  return kind === 'order' || kind === 'match';
}

/** What a reader hears first after checking: right, or how near it was. */
export function verdictText(
  question: Pick<QuestionView, 'kind' | 'parts'>,
  answer: Answer,
  mark: Mark,
): string {
  if (mark.right) return 'Right.';
  const { kind, parts } = question;
  const placed = mark.parts.filter(Boolean).length;
  const count = String(parts.length);
  if (kind === 'order') return `Not quite. ${String(placed)} of ${count} are in their place.`;
  if (kind === 'match') return `Not quite. ${String(placed)} of ${count} pairs fit.`;
  const key = solution(question);
  if (kind === 'several') return severalVerdict(answer, key);
  const chosen = parts[answer[0] ?? -1]?.verdict;
  const isJudgedRight = chosen !== undefined && chosen === parts[key[0] ?? -1]?.verdict;
  return isJudgedRight ? 'You judged it rightly, but the reason is another.' : 'Not quite.';
}

function severalVerdict(answer: Answer, key: Answer): string {
  const found = answer.filter((index) => key.includes(index)).length;
  const wrong = answer.length - found;
  const share = `${String(found)} of ${String(key.length)}`;
  if (wrong === 0) return `Not all yet. You found ${share}.`;
  const extra =
    wrong === 1 ? 'one choice does not belong' : `${String(wrong)} choices do not belong`;
  return `Not quite. You found ${share}, and ${extra}.`;
}
