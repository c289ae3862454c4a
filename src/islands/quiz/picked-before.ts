import type { Answer } from '../../lib/quiz/mark.ts';

/** What a reader chose on the server's page before the script took over, or undefined. */
export function pickedBefore(id: string): Answer | undefined {
  if (typeof document === 'undefined') return undefined;
  const inputs = document.querySelectorAll<HTMLInputElement>(`[name="answer-${id}"]:checked`);
  const picked = [...inputs].map(({ value }) => Number(value)).sort();
  return picked.length > 0 ? picked : undefined;
}
