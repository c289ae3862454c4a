import type { Check, SitePage, Site } from '../../../../content-model/check/read-site.ts';
import { problemAt, type Entry, type Problem } from '../../../../content-model/model/problem.ts';
import type { PageCitation } from '../../../../content-model/model/read-page.ts';
import { suggestion } from '../../../../lib/text/nearest.ts';
import { toCiteItems } from '../print/cluster.ts';
import { isCiting } from '../cited-in.ts';
import { titleKey } from '../identity.ts';
import type { Reference } from '../../../../content-model/schemas/reference.ts';

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
  return entries.flatMap((entry) =>
    listWorks(entry.data)
      .filter(({ id }) => !known.has(id))
      .flatMap(({ id, path }) => {
        const hint = suggestion(id, known, 'src/content/references.json');
        return problemAt(entry, path, `There is no work with the id "${id}".`, hint);
      }),
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
  const known = topics[0]?.data ?? {};
  return (evidence ?? []).flatMap((entry) => {
    const list: unknown[] = Array.isArray(entry.data['topics']) ? entry.data['topics'] : [];
    return list.flatMap((topic, at) => {
      if (typeof topic !== 'string' || topic in known) return [];
      const message = `The topic "${topic}" of "${entry.id}" has no name.`;
      const hint = suggestion(topic, Object.keys(known), 'src/content/topics.yaml');
      return problemAt(entry, ['topics', at], message, hint);
    });
  });
}

/** The works that pages cite, in their own text or through a component that cites from data. */
export function citedWorks({ pages }: Site): Set<string> {
  return new Set(
    pages.flatMap(({ outline }) => outline?.citations.flatMap(({ ids }) => ids) ?? []),
  );
}

/** What is left to do about the list of works. Nothing here is a mistake that stops a build. */
export interface WorksReview {
  /** Works that nothing on the site refers to. */
  unused: string[];
  /** Works that data, quizzes or the glossary refer to, and no page cites, so that no list has them. */
  uncited: string[];
  /** Works whose record lacks a required field or that have no entry in evidence.yaml. */
  incomplete: { id: string; lacks: string[] }[];
  /** Works with an open question in evidence.yaml (`doubts`). */
  doubtful: { id: string; doubts: string }[];
  /** Works that may be one, by title, year and first author. */
  alike: [string, string][];
  /** People whose given name is spelt in several ways and who are not in authors.yaml. */
  spellings: { family: string; given: string[] }[];
}

/** What a record of each type must have to be found by a reader; others need a title and a date. */
const needed: Record<string, string[]> = {
  'article-journal': ['author', 'issued', 'container-title', 'volume', 'page'],
  'article-magazine': ['author', 'issued', 'container-title'],
  book: ['issued', 'publisher'],
  chapter: ['author', 'issued', 'container-title', 'page', 'publisher'],
  webpage: ['author', 'container-title', 'URL'],
};

/**
 * Goes through all works.
 * @param cited ids of the works that pages cite, in their text or through data components.
 */
export function reviewWorks(site: Site, cited: ReadonlySet<string>): WorksReview {
  const references = (site.references ?? []).map(({ data }) => data as Reference);
  const mentioned = mentionedWorks(site);
  const evidence = new Map((site.evidence ?? []).map(({ id, data }) => [id, data]));
  const left = references.filter(({ id }) => !cited.has(id));
  return {
    unused: left.filter(({ id }) => !mentioned.has(id)).map(({ id }) => id),
    uncited: left.filter(({ id }) => mentioned.has(id)).map(({ id }) => id),
    incomplete: references.flatMap((work) => {
      const lacks = lacking(work, evidence.has(work.id));
      return lacks.length > 0 ? [{ id: work.id, lacks }] : [];
    }),
    doubtful: references.flatMap(({ id }) => {
      const doubts = evidence.get(id)?.['doubts'];
      return typeof doubts === 'string' ? [{ id, doubts: doubts.trim() }] : [];
    }),
    alike: findAlike(references),
    spellings: findSpellings(references, site),
  };
}

/** Ids of works that any data other than the records refers to. */
function mentionedWorks({ collections }: Site): Set<string> {
  const found = new Set<string>();
  const search = (value: unknown) => {
    if (typeof value === 'string') found.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(search);
  };
  for (const { name, entries = [] } of collections)
    if (name !== 'references') for (const { data } of entries) search(data);
  return found;
}

function lacking(work: Reference, told: boolean): string[] {
  const fields = (needed[work.type] ?? ['issued']).filter((field) => work[field] === undefined);
  if (work.type === 'book' && !work.author && !work.editor) fields.push('author or editor');
  if (work.type === 'article-journal' && !work.DOI && !work.URL) fields.push('DOI or URL');
  // Article numbers are in `page` or in `number`.
  const lacks = work['number'] ? fields.filter((field) => field !== 'page') : fields;
  return told ? lacks : [...lacks, 'an entry in evidence.yaml'];
}

function findAlike(references: Reference[]): [string, string][] {
  const seen = new Map<string, string>();
  return references.flatMap((work): [string, string][] => {
    const key = titleKey(work);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, work.id);
    return first === undefined ? [] : [[first, work.id]];
  });
}

/** First authors with one family name whose initials may be one person's: "E." and "E. Z.". */
function findSpellings(references: Reference[], { authors }: Site) {
  const known = new Set((authors ?? []).map(({ data }) => String(data['family'])));
  const given = new Map<string, Set<string>>();
  for (const { author } of references) {
    const [first] = author ?? [];
    if (!first || !('family' in first) || typeof first.given !== 'string') continue;
    const family = String(first.family);
    given.set(family, (given.get(family) ?? new Set()).add(first.given));
  }
  return [...given].flatMap(([family, names]) =>
    names.size > 1 && !known.has(family) && maySame([...names])
      ? [{ family, given: [...names] }]
      : [],
  );
}

function maySame(names: string[]): boolean {
  const initials = names.map((name) => name.replace(/[^\p{Lu}]/gu, ''));
  return initials.some((one, at) =>
    initials.some((other, index) => index !== at && one !== other && one.startsWith(other)),
  );
}
