import { type Answer, type Mark, solution } from './mark.ts';
import type { QuestionView } from './view.ts';

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
