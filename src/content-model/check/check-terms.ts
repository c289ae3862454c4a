import { citedWorks } from '../../features/citations/model/checks/check-citations.ts';
import { suggestion } from '../../lib/text/nearest.ts';
import { type Problem, findRepeats, type Entry } from '../model/problem.ts';
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
    (outline?.uses ?? [])
      .filter(
        ({ name, props }) =>
          name === 'Term' && props['id'] !== undefined && !terms.has(props['id']),
      )
      .map(({ line, props }) => ({
        file,
        line,
        message: `There is no term "${props['id'] ?? ''}" in the glossary.`,
        hint: suggestion(props['id'] ?? '', terms, 'src/content/glossary'),
      })),
  );
}

/** Words that two terms claim, as a term or as another word for one. */
function findTwins(glossary: Entry[]): Problem[] {
  const names = glossary.flatMap((term) => [
    ...(typeof term.data['term'] === 'string'
      ? [{ term, name: term.data['term'], path: ['term'] as PropertyKey[] }]
      : []),
    ...listOf(term.data['aliases']).map((name, index) => ({
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
  { id, file, data, lineOf }: Entry,
  terms: Set<string>,
  cited: Set<string> | undefined,
  site: Site,
): Problem[] {
  const slugs = new Set([...site.pages.map(({ slug }) => slug), ...site.misnamed]);
  const find = (field: string, known: Set<string>, what: string, place: string) =>
    listOf(data[field]).flatMap((target, index): Problem[] =>
      known.has(target)
        ? []
        : [
            {
              file,
              line: lineOf([field, index]),
              message: `The term "${id}" points to the ${what} "${target}", which is not there.`,
              hint: suggestion(target, known, place),
            },
          ],
    );
  const works = new Set(site.references?.map((work) => work.id));
  const uncited = listOf(data['sources']).flatMap((work, index): Problem[] =>
    !cited || cited.has(work) || !works.has(work)
      ? []
      : [
          {
            file,
            line: lineOf(['sources', index]),
            message: `The term "${id}" names the work "${work}", which no page cites, so that no list has it.`,
            hint: 'Cite it on the page that explains the term, or take it out of "sources".',
          },
        ],
  );
  const itself = listOf(data['see']).indexOf(id);
  return [
    ...find('see', terms, 'term', 'src/content/glossary'),
    ...find('pages', slugs, 'page', 'src/content/docs'),
    ...uncited,
    ...(itself < 0
      ? []
      : [
          {
            file,
            line: lineOf(['see', itself]),
            message: `The term "${id}" points to itself.`,
            hint: 'Take it out of "see".',
          },
        ]),
  ];
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
