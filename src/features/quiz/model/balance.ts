import type { Question } from '../../../content-model/schemas/quiz.ts';

/** How the right answers of a set of questions are spread; each share is from 0 to 1. */
export interface Balance {
  /** For each written position, from the first: how often the right choice of a single-choice question stands there. */
  positions: number[];
  /** Share of single-choice questions whose right choice is longer than every other. */
  longest: number;
  /** Share of single-choice questions whose right choice is shorter than every other. */
  shortest: number;
  /** Share of true-false statements that are true. */
  true: number;
}

/** Counts where the right answers stand, and how they stand out. */
export function answerBalance(questions: readonly Question[]): Balance {
  const positions: number[] = [];
  let longest = 0;
  let shortest = 0;
  const single = questions.flatMap((question) => {
    const isSingle = 'choices' in question && question.kind !== 'several';
    return isSingle ? [question.choices] : [];
  });
  for (const choices of single) {
    const right = choices.findIndex(({ correct }) => correct);
    positions[right] = (positions[right] ?? 0) + 1;
    const length = choices[right]?.text.length ?? 0;
    const others = choices.filter(({ correct }) => !correct).map(({ text }) => text.length);
    if (others.every((other) => length > other)) longest += 1;
    if (others.every((other) => length < other)) shortest += 1;
  }
  const statements = questions.filter((question) => question.kind === 'true-false');
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of);
  return {
    positions: Array.from(positions, (count) => count ?? 0),
    longest: share(longest, single.length),
    shortest: share(shortest, single.length),
    true: share(statements.filter(({ answer }) => answer).length, statements.length),
  };
}
