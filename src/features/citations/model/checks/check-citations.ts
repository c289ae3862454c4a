import type { Check, SitePage, Site } from '../../../../content-model/check/read-site.ts';
import type { Problem } from '../../../../content-model/model/problem.ts';
import type { PageCitation } from '../../../../content-model/model/read-page.ts';
import { suggestion } from '../../../../lib/text/nearest.ts';
import { toCiteItems } from '../print/cluster.ts';
import { isCiting } from '../cited-in.ts';
import type { Entry } from '../../../../content-model/check/source.ts';

/** Reports citations without an id, with an unknown id, or with a locator that cannot be parsed. */
export const checkCitations: Check = ({ pages, references }) => {
  const known = references && new Set(references.map(({ id }) => id));
  return pages.flatMap(({ file, outline, markup }) =>
    (outline?.citations ?? [])
      .filter(({ component }) => component === 'Cite')
      .filter(({ props, line }) => 'id' in props || !isTold(props, line, markup))
      .flatMap((citation) => checkCitation(file, citation, known)),
  );
};

const attributes = ['id', 'narrative', 'locator', 'prefix', 'suffix'];

/** Whether another check reports the reason why the id is missing: a misspelt attribute, or an expression. */
function isTold(props: Record<string, string>, line: number, markup: SitePage['markup']): boolean {
  return (
    Object.keys(props).some((name) => !attributes.includes(name)) ||
    markup?.expressions.some((one) => one.component === 'Cite' && one.line === line) === true
  );
}

function checkCitation(
  file: string,
  { ids, props, line }: PageCitation,
  known: Set<string> | undefined,
): Problem[] {
  if (ids.length === 0) {
    const message = 'A citation names no work.';
    return [
      { file, line, message, hint: 'Write <Cite id="…" /> with an id from references.json.' },
    ];
  }
  const unknown = known ? ids.filter((id) => !known.has(id)) : [];
  const problems = unknown.map((id) => ({
    file,
    line,
    message: `There is no work with the id "${id}".`,
    hint: suggestion(id, known ?? [], 'src/content/references.json'),
  }));
  const mistake = findLocatorMistake(ids, props['locator']);
  return mistake ? [...problems, { file, line, ...mistake }] : problems;
}

function findLocatorMistake(ids: string[], locator: string | undefined) {
  try {
    toCiteItems({ id: ids.join(' '), locator });
    return undefined;
  } catch (error) {
    return {
      message: (error as Error).message,
      hint: 'Write the place as in locator="p. 452", "chapter 4" or "Table 1", beside one id; suffix="…" takes any words.',
    };
  }
}

/** Pages that cite and have no list of references, or several; lists where nothing is cited. */
export const checkReferenceLists: Check = ({ pages }) => pages.flatMap(checkList);

function checkList({ file, outline }: SitePage): Problem[] {
  const uses = outline?.uses ?? [];
  const [list, second] = uses.filter(({ name }) => name === 'ReferenceList');
  const [cite] = uses.filter(({ name }) => name === 'Cite' || isCiting(name));
  if (cite && !list) {
    const message = 'The page cites a work here and has no list of references.';
    const hint = 'End the page with "## References" and <ReferenceList />.';
    return [{ file, line: cite.line, message, hint }];
  }
  if (list && !cite) {
    const message = 'The page has a list of references and cites nothing.';
    return [{ file, line: list.line, message, hint: 'Remove the list, or cite with <Cite>.' }];
  }
  if (second) {
    const message = 'The page has a second list of references.';
    return [{ file, line: second.line, message, hint: 'Keep one <ReferenceList />, at the end.' }];
  }
  return [];
}

/** Unknown works in findings, the data behind charts, the list of common errors and the glossary. */
export const checkDataWorks: Check = (site) => {
  if (!site.references) return [];
  const known = new Set(site.references.map(({ id }) => id));
  const { findings, myths, effects, prevalence, culture, ages, timeline, glossary } = site;
  const lists = [findings, myths, effects, prevalence, culture, ages, timeline, glossary];
  const entries = lists.flatMap((list) => list ?? []);
  return entries.flatMap(({ file, data, lineOf }) =>
    listWorks(data)
      .filter(({ id }) => !known.has(id))
      .map(({ id, path }) => ({
        file,
        line: lineOf(path),
        message: `There is no work with the id "${id}".`,
        hint: suggestion(id, known, 'src/content/references.json'),
      })),
  );
};

/** Fields that name works, one or a list. */
const fields = ['work', 'works', 'sources'];

function listWorks(data: Entry['data']): { id: string; path: PropertyKey[] }[] {
  return fields.flatMap((field) => {
    const value = data[field];
    if (typeof value === 'string') return [{ id: value, path: [field] }];
    const list: unknown[] = Array.isArray(value) ? value : [];
    return list.flatMap((id, at) => (typeof id === 'string' ? [{ id, path: [field, at] }] : []));
  });
}

/** Cited works that nothing is said of, evidence of works that are not there, topics without a name. */
export const checkEvidence: Check = (site) => [
  ...citedWithoutEvidence(site),
  ...evidenceWithoutWork(site),
  ...unnamedTopics(site),
];

function citedWithoutEvidence({ pages, references, evidence }: Site): Problem[] {
  if (!references || !evidence) return [];
  const works = new Set(references.map(({ id }) => id));
  const told = new Set(evidence.map(({ id }) => id));
  return pages.flatMap(({ file, outline }) =>
    (outline?.citations ?? []).flatMap(({ ids, line }) => {
      const untold = ids.filter((id) => works.has(id) && !told.has(id));
      for (const id of untold) told.add(id);
      return untold.map((id) => ({
        file,
        line,
        message: `"${id}" is cited here and has no entry in src/content/evidence.yaml.`,
        hint: 'Add one with its finding, kind, topics, confidence and figures.',
      }));
    }),
  );
}

function evidenceWithoutWork({ references, evidence }: Site): Problem[] {
  if (!references) return [];
  const works = new Set(references.map(({ id }) => id));
  return (evidence ?? [])
    .filter(({ id }) => !works.has(id))
    .map(({ id, file, line }) => ({
      file,
      line,
      message: `It speaks of "${id}", which is no work in references.json.`,
      hint: suggestion(id, works, 'src/content/references.json'),
    }));
}

function unnamedTopics({ evidence, topics }: Site): Problem[] {
  if (!topics) return [];
  const [names] = topics;
  return (evidence ?? []).flatMap(({ id, file, data, lineOf }) => {
    const list = Array.isArray(data['topics']) ? (data['topics'] as unknown[]) : [];
    return list.flatMap((topic, at) =>
      typeof topic !== 'string' || topic in (names?.data ?? {})
        ? []
        : {
            file,
            line: lineOf(['topics', at]),
            message: `The topic "${topic}" of "${id}" has no name.`,
            hint: suggestion(topic, Object.keys(names?.data ?? {}), 'src/content/topics.yaml'),
          },
    );
  });
}
