import type { Reference } from '../../../../content-model/schemas/reference.ts';
import { site } from '../../../../site/site.ts';
import { citationKey, makeCitationKey, WorkIndex } from '../identity.ts';
import type { ReadRecord, Remark } from './draft.ts';
import type { ReadFile } from './read-file.ts';
import { collectNames, proposeSentenceCase, type TitleChange } from './sentence-case.ts';

/** A record of the file and its place there. */
interface FromFile {
  /** What the imported file calls it. */
  name: string;
  line: number | undefined;
}

/** A work that is new. */
export interface Added extends FromFile {
  id: string;
  remarks: Remark[];
}

/** A work that is there already. */
export interface Duplicate extends FromFile {
  /** Id of the work that it doubles. */
  of: string;
  why: string;
  /** Fields of the imported record that ours lacks. */
  more: Record<string, unknown>;
  remarks: Remark[];
}

/** A record that is left out, with the reason. */
export interface LeftOut extends FromFile {
  why: string;
}

/** The result of merging a file into the site's references. */
export interface Merge {
  /** All references, sorted by id: every one that was there, untouched, and the new ones. */
  references: Reference[];
  /** Every record of the file is in one of these three. */
  added: Added[];
  duplicates: Duplicate[];
  leftOut: LeftOut[];
  /** Titles of added works that would be in sentence case; none is changed. */
  titles: TitleChange[];
}

/** Says what is wrong with a record that has a sound id; undefined when nothing is. */
export type Inspect = (record: Reference) => string | undefined;

/** Adds the records of a file to the references; none is doubled, none that was there is changed. */
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
      merge.leftOut.push({ name: record.name, line: undefined, why: record.why });
      continue;
    }
    const { name, line, remarks } = record;
    const why = refuse(record) ?? inspect({ ...record.reference, id: 'unnamed' });
    if (why !== undefined) {
      merge.leftOut.push({ name, line, why });
      continue;
    }
    const twin = index.find(record.reference);
    if (twin) {
      const more = missing(twin.work, record.reference);
      merge.duplicates.push({ name, line, of: twin.work.id, why: twin.why, more, remarks });
      continue;
    }
    const own = String(record.reference.id);
    const key =
      citationKey.test(own) && !taken.has(own) ? own : makeCitationKey(record.reference, taken);
    taken.add(key);
    const work = inOrder({ ...record.reference, id: key });
    works.push(work);
    index.add(work);
    merge.added.push({ name, line, id: key, remarks });
    const english = /^en/i.test(String(work['language'] ?? site.language));
    const to = english ? proposeSentenceCase(work.title, record.keepsCase, names) : work.title;
    if (to !== work.title) merge.titles.push({ id: key, from: work.title, to });
  }
  merge.references = works.sort((a, b) => (a.id < b.id ? -1 : 1));
  return merge;
}

/** Records that no list of references can hold. */
function refuse({ reference, remarks }: ReadRecord): string | undefined {
  if (!reference.title) {
    const damage = remarks.find(({ field }) => field === 'syntax');
    return damage ? `it has no title that can be read: ${damage.value}` : 'it has no title';
  }
  if (reference.type === 'personal_communication')
    return 'it is a letter or talk that readers cannot get; APA 7 §8.9 names it in the text alone';
  return undefined;
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
    [...known, ...others]
      .filter((field) => record[field] !== undefined)
      .map((field) => [field, record[field]]),
  ) as Reference;
}

/** The references with titles that the author accepts. */
export function acceptTitles(references: Reference[], titles: TitleChange[]): Reference[] {
  const accepted = new Map(titles.map(({ id, to }) => [id, to]));
  return references.map((work) => ({ ...work, title: accepted.get(work.id) ?? work.title }));
}

/** What an import found, for an author to read. */
export interface Report {
  /** A line or several for each thing worth a look. */
  details: string[];
  /** The counts, as a table. Added, there already and left out make up all records. */
  table: string[];
  /** Whether something would be left out, or a title be better in sentence case. */
  asks: boolean;
}

/** Describes what an import would do to a file's records and fields. */
export function reportImport(file: string, format: string, merge: Merge): Report {
  const { added, duplicates, leftOut, titles } = merge;
  const place = (line: number | undefined) =>
    `${file}${line === undefined ? '' : `:${String(line)}`}`;
  const kept = [...added, ...duplicates].flatMap(({ name, line, remarks }) =>
    remarks.map((remark) => ({ name, line, ...remark })),
  );
  const of = (kind: Remark['kind']) => kept.filter((remark) => remark.kind === kind);
  const fromAdded = new Set(added.map(({ name, line }) => `${name}|${String(line)}`));
  const tell = (remark: (typeof kept)[number], verb: string): [string, string] => [
    `${place(remark.line)}: "${remark.name}"`,
    `${remark.field} ${verb}: ${shorten(remark.value)} (${remark.why})`,
  ];
  const looked = (remark: (typeof kept)[number]) =>
    fromAdded.has(`${remark.name}|${String(remark.line)}`);

  const details = [
    ...added.map(({ name, id }) => `Added ${id}${name === id ? '' : ` (${name})`}`),
    ...duplicates.map(
      ({ name, of: id, why, more }) =>
        `There already: "${name}" is ${id} (${why}).${describeMore(more)}`,
    ),
    ...group(
      of('changed')
        .filter(looked)
        .map((remark) => tell(remark, 'is kept in another form')),
    ),
    ...group(
      of('lost')
        .filter(looked)
        .map((remark) => tell(remark, 'is not kept')),
    ),
    ...titles.flatMap(({ id, from, to }) => [
      `Sentence case for ${id}:`,
      `  - ${from}`,
      `  + ${to}`,
    ]),
    ...leftOut.map(({ name, line, why }) => `${place(line)}: "${name}" is left out: ${why}.`),
  ];
  const rows: [string, number, string][] = [
    [`records in ${file} (${format})`, added.length + duplicates.length + leftOut.length, ''],
    ['  added', added.length, ''],
    ['  there already', duplicates.length, ''],
    ['  left out', leftOut.length, ''],
    ['fields kept in another form', of('changed').length, tally(of('changed'))],
    ['fields not kept', of('lost').length, tally(of('lost'))],
    ['fields never published', of('private').length, tally(of('private'))],
    ['fields of programs', of('technical').length, tally(of('technical'))],
    ['titles in the case of headlines', titles.length, ''],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const table = rows
    .filter(([label, count]) => count > 0 || /^ |^records/.test(label))
    .map(([label, count, more]) =>
      `${label.padEnd(width)}  ${String(count).padStart(5)}  ${more}`.trimEnd(),
    );
  const asks = leftOut.length > 0 || of('lost').some(looked) || titles.length > 0;
  return { details, table, asks };
}

/** One line for each message; records with the same message share a line that names the first. */
function group(told: [who: string, what: string][]): string[] {
  const places = new Map<string, string[]>();
  for (const [who, what] of told) places.set(what, [...(places.get(what) ?? []), who]);
  return [...places].map(([what, [first = '', ...more]]) => {
    const others = more.length > 0 ? ` and ${String(more.length)} more` : '';
    return `${first}${others}: ${what}`;
  });
}

function shorten(value: string): string {
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

/** "abstract 12, note 3". */
function tally(remarks: Remark[]): string {
  const counts = new Map<string, number>();
  for (const { field } of remarks) counts.set(field, (counts.get(field) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([field, count]) => `${field} ${String(count)}`)
    .join(', ');
}
