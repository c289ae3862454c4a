import type { Check, SitePage, Site } from '../../../../content-model/check/read-site.ts';
import { locate, type Entry, type Mistake } from '../../../../content-model/model/problem.ts';
import { checkTexts, findUnknown } from '../../../../content-model/model/texts.ts';
import { groupBy } from '../../../../lib/text/format.ts';
import { toCiteItems } from '../print/cluster.ts';
import { findCitationLister } from '../data-citations.ts';
import { titleKey } from '../identity.ts';
import type { Name } from '../csl.ts';
import type { Reference } from '../../../../content-model/schemas/reference.ts';

const records = 'src/content/references.json';

/** Ids of entries; undefined if the file could not be read. */
function idsOf(entries: Entry[] | undefined): Set<string> | undefined {
  return entries && new Set(entries.map(({ id }) => id));
}

/** Returns a mistake if no record has the id. */
function findUnknownWork(id: string, known: Set<string> | undefined): Mistake | undefined {
  return findUnknown(id, known, records, `There is no work with the id "${id}".`);
}

/** Reports citations without an id, with an unknown id, or with a locator that cannot be parsed. */
export const checkCitations: Check = ({ pages, references }) => {
  const known = idsOf(references);
  return pages.flatMap(({ file, outline, markup }) =>
    (outline?.citations ?? []).flatMap(({ component, ids, props, line }) => {
      if (component !== 'Cite' || (!('id' in props) && isReported(props, line, markup))) return [];
      const mistakes = [...ids.map((id) => findUnknownWork(id, known)), findMistake(ids, props)];
      return mistakes.flatMap((mistake) => locate({ file, line }, mistake));
    }),
  );
};

const attributes = ['id', 'narrative', 'locator', 'prefix', 'suffix'];

/** Whether another check reports why the id is missing: a misspelt attribute, or an expression. */
function isReported(
  props: Record<string, string>,
  line: number,
  markup: SitePage['markup'],
): boolean {
  return (
    Object.keys(props).some((name) => !attributes.includes(name)) ||
    markup?.expressions.some((one) => one.component === 'Cite' && one.line === line) === true
  );
}

function findMistake(ids: string[], { locator }: Record<string, string>): Mistake | undefined {
  if (ids.length === 0) {
    const hint = 'Write <Cite id="…" /> with an id from references.json.';
    return { message: 'A citation names no work.', hint };
  }
  try {
    toCiteItems({ id: ids.join(' '), locator });
    return undefined;
  } catch (error) {
    const hint =
      'Write the place as in locator="p. 452", "chapter 4" or "Table 1", beside one id; suffix="…" takes any words.';
    return { message: (error as Error).message, hint };
  }
}

/** Reports pages that cite without a reference list or with several, and lists on pages that cite nothing. */
export const checkReferenceLists: Check = ({ pages }) =>
  pages.flatMap(({ file, outline }) => {
    const uses = outline?.uses ?? [];
    const [list, second] = uses.filter(({ name }) => name === 'ReferenceList');
    const cite = uses.find(({ name, props }) => name === 'Cite' || findCitationLister(name, props));
    const report = (line: number, message: string, hint: string) => [{ file, line, message, hint }];
    if (cite && !list) {
      const message = 'The page cites a work here and has no list of references.';
      return report(cite.line, message, 'End the page with "## References" and <ReferenceList />.');
    }
    if (list && !cite) {
      const message = 'The page has a list of references and cites nothing.';
      return report(list.line, message, 'Remove the list, or cite with <Cite>.');
    }
    if (!second) return [];
    const message = 'The page has a second list of references.';
    return report(second.line, message, 'Keep one <ReferenceList />, at the end.');
  });

/** Reports unknown works in findings, the data of charts, the myths and the glossary. */
export const checkDataWorks: Check = (site) => {
  const known = idsOf(site.references);
  const { findings, myths, effects, prevalence, culture, ages, timeline, glossary } = site;
  const lists = [findings, myths, effects, prevalence, culture, ages, timeline, glossary];
  return ['work.**', 'works.**', 'sources.**'].flatMap((path) =>
    lists.flatMap((list) => checkTexts(list, path, (id) => findUnknownWork(id, known))),
  );
};

/** Reports cited works without evidence, evidence of unknown works, and topics without a name. */
export const checkEvidence: Check = ({ pages, references, evidence, topics }) => {
  const works = idsOf(references);
  const described = idsOf(evidence);
  const names = topics && Object.keys(topics[0]?.data ?? {});
  const withoutEvidence = placesOfWorks(pages).flatMap(({ id, ...place }) => {
    if (!described || described.has(id) || !works?.has(id)) return [];
    described.add(id);
    const message = `"${id}" is cited here and has no entry in src/content/evidence.yaml.`;
    const hint = 'Add one with its finding, kind, topics, confidence and figures.';
    return [{ ...place, message, hint }];
  });
  const unknown = (evidence ?? []).flatMap((entry) => {
    const message = `It speaks of "${entry.id}", which is no work in references.json.`;
    return locate(entry, findUnknown(entry.id, works, records, message));
  });
  const unnamed = checkTexts(evidence, 'topics.**', (topic, { id }) => {
    const message = `The topic "${topic}" of "${id}" has no name.`;
    return findUnknown(topic, names, 'src/content/topics.yaml', message);
  });
  return [...withoutEvidence, ...unknown, ...unnamed];
};

/** The works that pages cite, in their own text or through a component that cites from data. */
export function citedWorks({ pages }: Site): Set<string> {
  return new Set(placesOfWorks(pages).map(({ id }) => id));
}

function placesOfWorks(pages: SitePage[]) {
  return pages.flatMap(({ file, outline }) =>
    (outline?.citations ?? []).flatMap(({ ids, line }) => ids.map((id) => ({ id, file, line }))),
  );
}

/** Fields that readers need to find a work, by its type; works of other types need a date. */
const needed: Record<string, string[]> = {
  'article-journal': ['author', 'issued', 'container-title', 'volume', 'page'],
  'article-magazine': ['author', 'issued', 'container-title'],
  book: ['issued', 'publisher'],
  chapter: ['author', 'issued', 'container-title', 'page', 'publisher'],
  webpage: ['author', 'container-title', 'URL'],
};

/** Lists works that need attention. None of these stops a build. */
export function reviewWorks(site: Site) {
  const cited = citedWorks(site);
  const references = (site.references ?? []).map(({ data }) => data as Reference);
  const mentioned = mentionedWorks(site);
  const evidence = new Map((site.evidence ?? []).map(({ id, data }) => [id, data]));
  const left = references.map(({ id }) => id).filter((id) => !cited.has(id));
  const incomplete = references.map((work) => {
    return { id: work.id, lacks: lacking(work, evidence.has(work.id)) };
  });
  return {
    /** Works that nothing on the site refers to. */
    unused: left.filter((id) => !mentioned.has(id)),
    /** Works that data, quizzes or the glossary refer to, but no page cites, so that no reference list has them. */
    uncited: left.filter((id) => mentioned.has(id)),
    /** Works whose record lacks a required field or that have no entry in evidence.yaml. */
    incomplete: incomplete.filter(({ lacks }) => lacks.length > 0),
    /** Works with an open question in evidence.yaml (`doubts`). */
    doubtful: references.flatMap(({ id }) => {
      const doubts = evidence.get(id)?.['doubts'];
      return typeof doubts === 'string' ? [{ id, doubts: doubts.trim() }] : [];
    }),
    /** Pairs that may be one work: same title, year and first author. */
    alike: [...groupBy(references, titleKey).values()].flatMap(([first, ...others]) =>
      others.map(({ id }) => [first?.id, id]),
    ),
    spellings: findSpellings(references, site),
  };
}

/** All strings in data other than the records, among them the ids of works. */
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

function lacking(work: Reference, hasEvidence: boolean): string[] {
  const fields = (needed[work.type] ?? ['issued']).filter((field) => work[field] === undefined);
  if (work.type === 'book' && !work.author && !work.editor) fields.push('author or editor');
  if (work.type === 'article-journal' && !work.DOI && !work.URL) fields.push('DOI or URL');
  if (!hasEvidence) fields.push('an entry in evidence.yaml');
  // Article numbers are in `page` or in `number`.
  return work['number'] ? fields.filter((field) => field !== 'page') : fields;
}

/**
 * Family names of first authors whose initials may be one person's, "E." and "E. Z.", and who are
 * not in authors.yaml.
 */
function findSpellings(references: Reference[], { authors = [] }: Site) {
  const known = new Set(authors.map(({ data }) => data['family']));
  const firsts = references.flatMap(({ author }) => (author?.[0] ?? []) as Name);
  return [...groupBy(firsts, ({ family }) => family)].flatMap(([family, names]) => {
    const given = [...new Set(names.flatMap((name) => name.given ?? []))];
    if (family === undefined || known.has(family)) return [];
    const initials = given.map((name) => name.replace(/[^\p{Lu}]/gu, ''));
    const maySame = initials.some((one) =>
      initials.some((other) => one !== other && one.startsWith(other)),
    );
    return maySame ? [{ family, given }] : [];
  });
}
