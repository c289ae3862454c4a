import { checkQuizzes } from '../../features/quiz/model/check-quiz.ts';
import type { QuizPage } from '../../features/quiz/model/check-question.ts';
import { suggestion } from '../../lib/text/nearest.ts';
import type { Problem } from '../model/problem.ts';
import type { Site, SitePage } from './read-site.ts';

/** Mistakes in quizzes, and quizzes on pages that are not there or belong elsewhere. */
export function checkSiteQuizzes(site: Site): Problem[] {
  const { quizzes, references, pages } = site;
  if (!quizzes) return [];
  // Without the list of works, or the page, nothing can be said of what a question names.
  const readable = pages.filter(({ outline }) => outline !== undefined);
  const targets = {
    pages: new Map(readable.map((page) => [page.slug, toQuizPage(page, site)])),
    works: new Set(references?.map(({ id }) => id)),
  };
  const broken = new Set([
    ...pages.filter(({ outline }) => !outline).map(({ slug }) => slug),
    ...site.misnamed,
  ]);
  const judged = references ? quizzes.filter(({ data }) => !broken.has(String(data['page']))) : [];
  return [...checkQuizzes(judged, targets), ...checkUses(site)];
}

function toQuizPage({ outline }: SitePage, site: Site): QuizPage {
  const works = site.references?.map(({ id }) => id) ?? [];
  const cited = outline?.citations.flatMap(({ ids }) => ids) ?? [];
  const findings = new Set(site.findings?.map(({ id }) => id));
  const isLost = outline?.uses.some(
    ({ name, props }) => name === 'Finding' && !findings.has(props['id'] ?? ''),
  );
  // A mistyped citation or finding has been told already; which work it meant, nobody can say.
  const isNameless = outline?.citations.some(({ ids }) => ids.length === 0);
  if (isLost || isNameless || cited.some((id) => !works.includes(id))) cited.push(...works);
  return {
    sections: outline?.sections.map(({ slug }) => slug) ?? [],
    cited: new Set(cited),
  };
}

function checkUses({ pages, quizzes = [], misnamed }: Site): Problem[] {
  const pageOf = new Map(quizzes.map(({ id, data }) => [id, String(data['page'])]));
  return pages.flatMap(({ file, slug, outline }) =>
    (outline?.uses ?? []).flatMap(({ name, props: { id }, line }): Problem[] => {
      if (name !== 'Quiz' || id === undefined || misnamed.has(id)) return [];
      const home = pageOf.get(id);
      if (home === undefined) {
        return [
          {
            file,
            line,
            message: `There is no quiz "${id}".`,
            hint: suggestion(id, pageOf.keys(), 'src/content/quizzes'),
          },
        ];
      }
      if (home === slug) return [];
      return [
        {
          file,
          line,
          message: `The quiz "${id}" belongs to the page "${home}" and stands on "${slug}".`,
          hint: 'Correct the id here, or "page" in the quiz.',
        },
      ];
    }),
  );
}
