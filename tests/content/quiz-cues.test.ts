import { expect, test } from 'vitest';
import { site } from './sources.ts';

interface Choice {
  text: string;
  correct?: boolean;
}

/** Choices of every question on the site with one right answer. */
const questions = (site.quizzes ?? [])
  .flatMap(({ data }) => data['questions'] as { choices?: Choice[] }[])
  .flatMap(({ choices = [] }) =>
    choices.filter(({ correct }) => correct).length === 1 ? [choices] : [],
  );

const absolutes =
  /\b(never|always|only|every|all|none|nobody|nothing|must|cannot|proves?|proved|completely|entirely)\b/i;

test('the length of the right answer does not give it away', () => {
  const ranks = questions.map((choices) => {
    const right = choices.find(({ correct }) => correct)?.text.length ?? 0;
    const wrong = choices.filter(({ correct }) => !correct);
    const shorter = wrong.filter(({ text }) => text.length < right).length;
    const same = wrong.filter(({ text }) => text.length === right).length;
    return (shorter + same / 2) / wrong.length;
  });
  const mean = ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;
  expect(ranks.length).toBeGreaterThan(60);
  // 0: always the shortest, 1: always the longest.
  expect(mean).toBeGreaterThan(0.35);
  expect(mean).toBeLessThan(0.65);
});

test('words such as never and always are not much more frequent in wrong answers', () => {
  const share = (choices: Choice[]) =>
    choices.filter(({ text }) => absolutes.test(text)).length / choices.length;
  const all = questions.flat();
  const right = share(all.filter(({ correct }) => correct));
  const wrong = share(all.filter(({ correct }) => !correct));
  expect(wrong - right).toBeLessThan(0.06);
});
