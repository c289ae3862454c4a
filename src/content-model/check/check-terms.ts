import { citedWorks } from '../../features/citations/model/checks/check-citations.ts';
import { suggestion } from '../../lib/text/nearest.ts';
import { findRepeats, problemAt, textsIn, type Entry, type Problem } from '../model/problem.ts';
import type { Site } from './read-site.ts';

/** Terms on pages that the glossary lacks, and what the glossary points to and is not there. */
export function checkTerms(site: Site): Problem[] {
  if (!site.glossary) return [];
  const terms = new Set([...site.glossary.map(({ id }) => id), ...site.misnamed]);
  // If a page or the findings cannot be read, the list of cited works is incomplete.
  const isWhole =
    site.findings && site.misnamed.size === 0 && site.pages.every(({ outline }) => outline);
  const cited = isWhole ? citedWorks(site) : undefined;
  return [
    ...onPages(site, terms),
    ...findTwins(site.glossary),
    ...site.glossary.flatMap((term) => inGlossary(term, terms, cited, site)),
  ];
}

function onPages({ pages }: Site, terms: Set<string>): Problem[] {
  return pages.flatMap(({ file, outline }) =>
    (outline?.uses ?? []).flatMap(({ name, line, props: { id } }): Problem[] => {
      if (name !== 'Term' || id === undefined || terms.has(id)) return [];
      const hint = suggestion(id, terms, 'src/content/glossary');
      return [{ file, line, message: `There is no term "${id}" in the glossary.`, hint }];
    }),
  );
}

/** Words that two terms claim, as a term or as another word for one. */
function findTwins(glossary: Entry[]): Problem[] {
  const names = glossary.flatMap((term) => [
    ...(typeof term.data['term'] === 'string'
      ? [{ term, name: term.data['term'], path: ['term'] as PropertyKey[] }]
      : []),
    ...textsIn(term.data['aliases']).map((name, index) => ({
      term,
      name,
      path: ['aliases', index] as PropertyKey[],
    })),
  ]);
  return findRepeats(
    names,
    ({ name }) => name.toLowerCase(),
    ({ term, name, path }, first) => ({
      file: term.file,
      line: term.lineOf(path),
      message:
        first.term === term
          ? `“${name}” stands twice in this term.`
          : `“${name}” is also in ${first.term.file}, so that readers would find it twice.`,
      hint: 'Keep it in one of them; "see" leads from one term to another.',
    }),
  );
}

function inGlossary(
  term: Entry,
  terms: Set<string>,
  cited: Set<string> | undefined,
  site: Site,
): Problem[] {
  const { id, data } = term;
  const find = (field: string, known: ReadonlySet<string>, what: string, place: string) =>
    textsIn(data[field]).flatMap((target, index): Problem[] => {
      if (known.has(target)) return [];
      const message = `The term "${id}" points to the ${what} "${target}", which is not there.`;
      return problemAt(term, [field, index], message, suggestion(target, known, place));
    });
  const works = new Set(site.references?.map((work) => work.id));
  const uncited = textsIn(data['sources']).flatMap((work, index): Problem[] => {
    if (!cited || cited.has(work) || !works.has(work)) return [];
    const message = `The term "${id}" names the work "${work}", which no page cites, so that no list has it.`;
    const hint = 'Cite it on the page that explains the term, or take it out of "sources".';
    return problemAt(term, ['sources', index], message, hint);
  });
  const itself = textsIn(data['see']).indexOf(id);
  const message = `The term "${id}" points to itself.`;
  return [
    ...find('see', terms, 'term', 'src/content/glossary'),
    ...find('pages', site.slugs, 'page', 'src/content/docs'),
    ...uncited,
    ...(itself < 0 ? [] : problemAt(term, ['see', itself], message, 'Take it out of "see".')),
  ];
}
