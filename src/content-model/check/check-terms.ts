import { citedWorks } from '../../features/citations/model/checks/check-citations.ts';
import { mistake, type Problem } from '../model/problem.ts';
import { by, checkTexts, findDuplicates, findUnknown, textsAt } from '../model/texts.ts';
import { checkProps, type Site } from './read-site.ts';

const folder = 'src/content/glossary';

/** Terms on pages that the glossary lacks, names that two terms share, and broken references of terms. */
export function checkTerms(site: Site): Problem[] {
  const { glossary, misnamed, pages, slugs } = site;
  if (!glossary) return [];
  const terms = new Set([...glossary.map(({ id }) => id), ...misnamed]);
  // If a page or its data cannot be read, the list of cited works is incomplete.
  const isWhole =
    site.hasAllCitations && misnamed.size === 0 && pages.every(({ outline }) => outline);
  const cited = isWhole ? citedWorks(site) : undefined;
  const works = new Set(site.references?.map(({ id }) => id));
  const points = (id: string, what: string, target: string) =>
    `The term "${id}" points to the ${what} "${target}", which is not there.`;
  return [
    ...checkProps(site, 'Term', 'id', (id) =>
      findUnknown(id, terms, folder, `There is no term "${id}" in the glossary.`),
    ),
    ...findDuplicates(
      glossary.flatMap((term) => [...textsAt([term], 'term'), ...textsAt([term], 'aliases.*')]),
      by.lowText,
      ({ text, entry }, first) => ({
        message:
          first.entry === entry
            ? `“${text}” occurs twice in this term.`
            : `“${text}” is also in ${first.file}, so that readers would find it twice.`,
        hint: 'Keep it in one of them; "see" links one term to another.',
      }),
    ),
    ...checkTexts(glossary, 'see.*', (target, { id }) =>
      target === id
        ? { message: `The term "${id}" points to itself.`, hint: 'Take it out of "see".' }
        : findUnknown(target, terms, folder, points(id, 'term', target)),
    ),
    ...checkTexts(glossary, 'pages.*', (target, { id }) =>
      findUnknown(target, slugs, 'src/content/docs', points(id, 'page', target)),
    ),
    ...checkTexts(glossary, 'sources.*', (work, { id }) => {
      if (!cited || cited.has(work) || !works.has(work)) return undefined;
      return mistake`The term "${id}" names the work "${work}", which no page cites, so that no list has it.
        Cite it on the page that explains the term, or take it out of "sources".`;
    }),
  ];
}
