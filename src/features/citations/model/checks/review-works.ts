import type { Site } from '../../../../content-model/check/read-site.ts';
import { titleKey } from '../identity.ts';
import type { Reference } from '../../../../content-model/schemas/reference.ts';

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
