import { parse as parsePath } from 'node:path';
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import type { Collection, Shape } from '../collections.ts';
import { isObject, lineAt, mistake } from '../model/problem.ts';
import type { Entry, Mistake, Problem, Source } from '../model/problem.ts';
import { parseYaml, type Parsed } from './parse-yaml.ts';

/** The entries of a data file, or the mistake that prevents reading it. */
type Result = { entries: Entry[]; problem?: undefined } | { problem: Problem; entries?: undefined };

/** Reads one file of a collection; list entries without an id are named by their position. */
export function readEntries(source: Source, collection: Pick<Collection, 'shape' | 'id'>): Result {
  const { path: file, text } = source;
  const { shape, id: field } = collection;
  const stem = parsePath(file).name;
  if (shape === 'text') {
    const { entry, problem } = readFrontMatter(source, stem);
    return problem ? { problem } : { entries: [entry] };
  }
  const parsers: Record<string, (file: string, text: string) => Parsed> = {
    csv: parseTable,
    json: parseJson,
  };
  const parser = parsers[file.replace(/.*\./, '')] ?? parseYaml;
  const { value, lineOf, problem } = parser(file, text);
  if (problem) return { problem };
  if (!isObject(value) || Array.isArray(value) !== (shape === 'list'))
    return { problem: { file, line: 1, ...wrongShape[shape] } };
  if (shape === 'whole') return { entries: [toEntry(stem, file, [], value, lineOf)] };
  return {
    entries: Object.entries(value).map(([key, row], index) => {
      if (shape === 'map') return toEntry(key, file, [key], row, lineOf);
      const id = field !== undefined && isObject(row) ? row[field] : undefined;
      const name = typeof id === 'string' ? id : `entry ${String(index + 1)}`;
      return toEntry(name, file, [index], row, lineOf);
    }),
  };
}

function toEntry(
  id: string,
  file: string,
  path: readonly PropertyKey[],
  value: unknown,
  lineOf: Entry['lineOf'],
): Entry {
  return {
    id,
    file,
    // A getter, since finding a line is slow and only mistakes need it.
    get line() {
      // A map's value begins on the line below its key.
      return Math.max(1, lineOf(path) - (typeof path[0] === 'string' ? 1 : 0));
    },
    data: isObject(value) ? value : {},
    lineOf: (inner) => lineOf([...path, ...inner]),
  };
}

const wrongShape: Record<Exclude<Shape, 'text'>, Mistake> = {
  list: mistake`The file must be a list of entries.
    Begin each entry with a hyphen (in JSON, put all of them in square brackets).`,
  map: mistake`The file must be entries under their ids.
    Begin each entry with its id and a colon, and indent its fields below.`,
  whole: mistake`The file must be fields with values.
    Compare it with another file in the same folder.`,
};

/** Reads a file's front matter, or reports the mistake that prevents it. */
export function readFrontMatter(
  { path: file, text }: Source,
  id: string,
): { entry: Entry; problem?: undefined } | { problem: Problem; entry?: undefined } {
  const lines = text.split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---') {
    const message = 'The file has no front matter.';
    const hint =
      'Begin it with a line of three hyphens, the fields, and another line of three hyphens.';
    return { problem: { file, line: 1, message, hint } };
  }
  if (end < 0) {
    const message = 'The front matter is opened and never closed.';
    const hint = 'Put a line of three hyphens after its last field.';
    return { problem: { file, line: 1, message, hint } };
  }
  const { value, lineOf, problem } = parseYaml(file, lines.slice(1, end).join('\n'), 1);
  if (problem) return { problem };
  const data = isObject(value) ? value : {};
  return { entry: { id, file, line: 1, data, body: lines.slice(end + 1).join('\n'), lineOf } };
}

/** Parses JSON, or reports the mistake in it with its line. */
function parseJson(file: string, text: string): Parsed {
  try {
    JSON.parse(text);
  } catch (error) {
    // The message has a position, unless the text ends too early.
    const position = /position (\d+)/.exec((error as SyntaxError).message)?.[1];
    const at = position === undefined ? text.trimEnd().length : Number(position);
    return { problem: { file, line: lineAt(text, at), ...explainJson(text, at) } };
  }
  // JSON is also YAML, whose parsers know lines and report duplicate keys.
  return parseYaml(file, text);
}

function explainJson(text: string, position: number): Mistake {
  const before = text.slice(0, position).trimEnd();
  const after = text.slice(position).trimStart();
  if (before.endsWith(',') && /^[\]}]/.test(after))
    return mistake`There is a comma after the last item, which JSON forbids.
      Take the comma out.`;
  if (/["}\]\d]$/.test(before) && /^["{[]/.test(after))
    return mistake`Two items follow one another without a comma.
      Put a comma after the first.`;
  return mistake`This is not valid JSON.
    Look for a missing comma, quote or bracket here or on the line above, or export the file from Zotero again.`;
}

/** Parses CSV with a header row, or reports the first mistake in it. */
function parseTable(file: string, text: string): Parsed {
  try {
    const rows = parse(text, {
      columns: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      info: true,
    }) as unknown as { record: object; info: { lines: number } }[];
    return {
      value: rows.map(({ record }) => record),
      lineOf: ([index]) => rows[Number(index)]?.info.lines ?? 1,
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : undefined;
    return { problem: { file, line, ...explainTable(error) } };
  }
}

function explainTable({ code }: CsvError): Mistake {
  if (code === 'CSV_RECORD_INCONSISTENT_COLUMNS')
    return mistake`This row has more or fewer cells than the header.
      Give it one cell for each column; put a cell with a comma in it in double quotes.`;
  return mistake`This row cannot be read as CSV.
    Check its double quotes: they come in pairs, around a whole cell.`;
}
