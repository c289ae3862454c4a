import type { Reference } from '../../../../content-model/schemas/reference.ts';
import { site } from '../../../../site/site.ts';
import { groupBy } from '../../../../lib/text/format.ts';
import { citationKey, makeCitationKey, WorkIndex } from '../identity.ts';
import type { ReadRecord, Remark } from './draft.ts';
import type { ReadFile } from './read-file.ts';
import { collectNames, proposeSentenceCase, type TitleChange } from './sentence-case.ts';

/** Name and line of a record in the file, and remarks on its fields. */
type RecordInfo = Pick<ReadRecord, 'name' | 'line' | 'remarks'>;

/** The result of merging a file into the site's references. Every record is added, a duplicate or left out. */
export interface Merge {
  /** All references, sorted by id: the existing ones, unchanged, and the new ones. */
  references: Reference[];
  /** Works that are new. */
  added: (RecordInfo & { id: string })[];
  /** Works that exist already, under the id `of`; `more` are fields that the existing record lacks. */
  duplicates: (RecordInfo & { of: string; why: string; more: Record<string, unknown> })[];
  leftOut: { name: string; line: number | undefined; why: string }[];
  /** Proposed sentence case for titles of added works; not applied yet. */
  titles: TitleChange[];
}

/** Returns what is wrong with a record, apart from its id; undefined if nothing is. */
export type Inspect = (record: Reference) => string | undefined;

/** Adds the records of a file to the references, without duplicates; existing ones are unchanged. */
export function mergeReferences(existing: Reference[], file: ReadFile, inspect: Inspect): Merge {
  const merge: Merge = { references: [], added: [], duplicates: [], leftOut: [], titles: [] };
  const works = [...existing];
  const taken = new Set(existing.map(({ id }) => id));
  const index = new WorkIndex();
  for (const work of existing) index.add(work);
  const theirs = file.flatMap((one) =>
    'reference' in one && one.reference.title ? [one.reference] : [],
  );
  const names = collectNames(existing, theirs);
  for (const record of file) {
    if ('why' in record) {
      merge.leftOut.push(record);
      continue;
    }
    const { name, line, remarks, reference } = record;
    const why = refuse(record) ?? inspect({ ...reference, id: 'unnamed' });
    if (why !== undefined) {
      merge.leftOut.push({ name, line, why });
      continue;
    }
    const twin = index.find(reference);
    if (twin) {
      const lacking = Object.entries(reference).filter(([field]) => !(field in twin.work));
      const more = Object.fromEntries(lacking);
      merge.duplicates.push({ name, line, of: twin.work.id, why: twin.why, more, remarks });
      continue;
    }
    const own = reference.id;
    const id = citationKey.test(own) && !taken.has(own) ? own : makeCitationKey(reference, taken);
    taken.add(id);
    const work = sortFields({ ...reference, id });
    works.push(work);
    index.add(work);
    merge.added.push({ name, line, id, remarks });
    const english = /^en/i.test(String(work['language'] ?? site.language));
    const to = english ? proposeSentenceCase(work.title, record.protectedWords, names) : work.title;
    if (to !== work.title) merge.titles.push({ id, from: work.title, to });
  }
  merge.references = works.sort((a, b) => (a.id < b.id ? -1 : 1));
  return merge;
}

/** Returns why a record cannot be in a reference list; undefined if it can. */
function refuse({ reference, remarks }: ReadRecord): string | undefined {
  if (!reference.title) {
    const damage = remarks.find(({ field }) => field === 'syntax');
    return damage ? `it has no title that can be read: ${damage.value}` : 'it has no title';
  }
  if (reference.type === 'personal_communication')
    return 'it is a letter or talk that readers cannot get; APA 7 §8.9 names it in the text alone';
  return undefined;
}

/** Order of fields in references.json; others follow in the order of the file. */
const order = [
  ...['id', 'type', 'author', 'editor', 'issued', 'original-date', 'title', 'container-title'],
  ...['volume', 'issue', 'page', 'edition', 'publisher', 'publisher-place', 'DOI', 'URL'],
];

function sortFields(record: Reference): Reference {
  const fields = new Set([...order, ...Object.keys(record)]);
  const known = [...fields].filter((field) => record[field] !== undefined);
  return Object.fromEntries(known.map((field) => [field, record[field]])) as Reference;
}

/** Returns the references with the accepted titles. */
export function acceptTitles(references: Reference[], titles: TitleChange[]): Reference[] {
  const accepted = new Map(titles.map(({ id, to }) => [id, to]));
  return references.map((work) => ({ ...work, title: accepted.get(work.id) ?? work.title }));
}

/**
 * Describes what an import would do to a file's records and fields: a message for each to look at (`details`), the
 * counts as a `table`, of which added, there already and left out make up all, and whether it loses anything.
 */
export function reportImport(file: string, format: string, merge: Merge) {
  const { added, duplicates, leftOut, titles } = merge;
  const place = ({ name, line }: Pick<RecordInfo, 'name' | 'line'>) =>
    `${file}${line === undefined ? '' : `:${String(line)}`}: "${name}"`;
  const of = (kind: Remark['kind'], records: RecordInfo[]) =>
    records.flatMap((record) =>
      record.remarks
        .filter((remark) => remark.kind === kind)
        .map((remark) => ({ ...remark, who: place(record) })),
    );
  /** One line for each message; records with the same message share a line that names the first. */
  const describe = (kind: Remark['kind'], verb: string) => {
    const groups = groupBy(
      of(kind, added),
      ({ field, value, why }) => `${field} ${verb}: ${quote(value)} (${why})`,
    );
    return [...groups].map(([what, [first, ...more]]) => {
      const others = more.length > 0 ? ` and ${String(more.length)} more` : '';
      return `${String(first?.who)}${others}: ${what}`;
    });
  };
  const details = [
    ...added.map(({ name, id }) => `Added ${id}${name === id ? '' : ` (${name})`}`),
    ...duplicates.map(
      ({ name, of: id, why, more }) =>
        `There already: "${name}" is ${id} (${why}).${describeMore(more)}`,
    ),
    ...describe('changed', 'is kept in another form'),
    ...describe('lost', 'is not kept'),
    ...titles.flatMap(({ id, from, to }) => [
      `Sentence case for ${id}:`,
      `  - ${from}`,
      `  + ${to}`,
    ]),
    ...leftOut.map((record) => `${place(record)} is left out: ${record.why}.`),
  ];
  const count = (label: string, kind: Remark['kind']): [string, number, string] => {
    const fields = groupBy(of(kind, [...added, ...duplicates]), ({ field }) => field);
    const counts = [...fields].map(([field, { length }]) => ({ field, length }));
    counts.sort((a, b) => b.length - a.length);
    const sum = counts.reduce((all, { length }) => all + length, 0);
    return [label, sum, counts.map(({ field, length }) => `${field} ${String(length)}`).join(', ')];
  };
  const rows: [label: string, count: number, more?: string][] = [
    [`records in ${file} (${format})`, added.length + duplicates.length + leftOut.length],
    ['  added', added.length],
    ['  there already', duplicates.length],
    ['  left out', leftOut.length],
    count('fields kept in another form', 'changed'),
    count('fields not kept', 'lost'),
    count('fields never published', 'private'),
    count('fields of programs', 'technical'),
    ['titles in title case', titles.length],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const table = rows
    .filter(([label, number]) => number > 0 || /^ |^records/.test(label))
    .map(([label, number, more = '']) =>
      `${label.padEnd(width)}  ${String(number).padStart(5)}  ${more}`.trimEnd(),
    );
  return { details, table, isLossy: leftOut.length > 0 || of('lost', added).length > 0 };
}

function quote(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return `“${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`;
}

/** Fields of a duplicate that the existing record lacks; they are reported because they are not imported. */
function describeMore(more: Record<string, unknown>): string {
  const fields = Object.entries(more).map(
    ([field, value]) => `${field} = ${JSON.stringify(value)}`,
  );
  return fields.length > 0 ? `\n  It has what ours lacks: ${fields.join(', ')}` : '';
}
