import type { Remark } from './draft.ts';
import type { Merge } from './merge.ts';

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

/** One line for each thing said; the first record stands for all of which the same is said. */
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

/** Nothing of a duplicate is taken over, so nothing of it may vanish unseen. */
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
