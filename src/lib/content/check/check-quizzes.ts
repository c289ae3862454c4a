import { checkQuizzes } from '../../quiz/check-quiz.ts';
import type { Problem } from '../problem.ts';
import type { Site } from './read-site.ts';

/** Every mistake in the quizzes: what they ask, which sections and works they point to. */
export function checkSiteQuizzes({ quizzes = [], pages, references = [] }: Site): Problem[] {
  const targets = pages.map(({ slug, outline }) => {
    const sections = outline?.sections.map((section) => section.slug) ?? [];
    const cited = new Set(outline?.citations.flatMap(({ ids }) => ids));
    return [slug, { sections, cited }] as const;
  });
  const works = new Set(references.map(({ id }) => id));
  return checkQuizzes(quizzes, { pages: new Map(targets), works });
}
