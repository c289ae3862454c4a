import type { Reference } from '../../../schemas/reference.ts';
import { bareDoi, plainDoi, titleAndYear } from '../identity.ts';
import { citationKey, makeCitationKey } from './citation-key.ts';
import type { ReadFile } from './read-records.ts';

/** A work that is there already. */
export interface Duplicate {
  /** What the imported file calls it. */
  name: string;
  /** Id of the work that it doubles. */
  of: string;
  why: 'same DOI' | 'same title and year';
  /** Fields of the imported record that ours lacks. */
  more: Record<string, unknown>;
}

/** A record that was left out, with the reason. */
export interface Refused {
  name: string;
  line: number | undefined;
  why: string;
}

/** The result of merging a file into the site's references. */
export interface Merge {
  /** All references, sorted by id: every one that was there, untouched, and the new ones. */
  references: Reference[];
  added: { name: string; id: string }[];
  duplicates: Duplicate[];
  refused: Refused[];
}

/** Says what is wrong with a record, field by field; undefined when nothing is. */
export type Inspect = (record: Reference) => string | undefined;

/** Adds the records of a file to the references; none is doubled, none that was there is changed. */
export function mergeReferences(
  existing: Reference[],
  { records, unread }: ReadFile,
  inspect: Inspect,
): Merge {
  const references = [...existing];
  const merge: Merge = { references, added: [], duplicates: [], refused: [...unread] };
  const taken = new Set(existing.map(({ id }) => id));
  for (const { reference, name, line } of records) {
    const doi = plainDoi(reference.DOI);
    const record = { ...reference, ...(doi && { DOI: bareDoi(reference.DOI ?? '') }) };
    const id = citationKey.test(String(record.id)) ? record.id : undefined;
    const why = inspect({ ...record, id: id ?? 'unnamed' });
    if (why !== undefined) {
      merge.refused.push({ name, line, why });
      continue;
    }
    const twin = findTwin(references, record);
    if (twin) {
      const more = missing(twin.work, record);
      merge.duplicates.push({ name, of: twin.work.id, why: twin.why, more });
      continue;
    }
    const key = id !== undefined && !taken.has(id) ? id : makeCitationKey(record, taken);
    taken.add(key);
    references.push(inOrder({ ...record, id: key }));
    merge.added.push({ name, id: key });
  }
  references.sort((a, b) => (a.id < b.id ? -1 : 1));
  return merge;
}

function findTwin(references: Reference[], record: Reference) {
  const doi = plainDoi(record.DOI);
  const byDoi = doi && references.find((one) => plainDoi(one.DOI) === doi);
  if (byDoi) return { work: byDoi, why: 'same DOI' as const };
  const title = titleAndYear(record);
  const work = references.find((one) => titleAndYear(one) === title);
  return work && { work, why: 'same title and year' as const };
}

function missing(ours: Reference, theirs: Reference): Record<string, unknown> {
  return Object.fromEntries(Object.entries(theirs).filter(([field]) => !(field in ours)));
}

/** Fields in the order in which people read them; others follow as they came. */
const order = [
  ...['id', 'type', 'author', 'editor', 'issued', 'original-date', 'title', 'container-title'],
  ...['volume', 'issue', 'page', 'edition', 'publisher', 'publisher-place', 'DOI', 'URL'],
];

function inOrder(record: Reference): Reference {
  const known = order.filter((field) => record[field] !== undefined);
  const others = Object.keys(record).filter((field) => !order.includes(field));
  return Object.fromEntries(
    [...known, ...others].map((field) => [field, record[field]]),
  ) as Reference;
}
