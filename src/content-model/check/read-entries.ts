import { type Problem, lineAt, type Entry, type Source } from '../model/problem.ts';
import { parseYaml, type YamlText } from './parse-yaml.ts';
import { CsvError, parse } from 'csv-parse/browser/esm/sync';

/**
 * Reads the entries of a data file, or reports the mistake that keeps it from being read.
 * @param shape a list of entries, a map from id to entry, or one entry that is the whole file.
 * @param id the field that names an entry of a list; without one, it is named by its place.
 */
export function readEntries(
  { path, text }: Source,
  shape: 'list' | 'map' | 'whole',
  id?: string,
): { entries: Entry[] } | { problem: Problem } {
  if (path.endsWith('.csv')) {
    const table = parseTable(path, text);
    if ('problem' in table) return table;
    return {
      entries: table.rows.map(({ line, data }) => ({
        id: data[id ?? ''] ?? '',
        file: path,
        line,
        data,
        lineOf: () => line,
      })),
    };
  }
  const parsed = path.endsWith('.json') ? parseJson(path, text) : parseYaml(path, text);
  if ('problem' in parsed) return parsed;
  const { value } = parsed.yaml;
  const rows = rowsOf(value, shape, path, id);
  if (!rows) return { problem: { file: path, line: 1, ...wrongShape[shape] } };
  return { entries: rows.map((row) => toEntry(row, path, parsed.yaml)) };
}

interface FileRow {
  id: string;
  path: readonly PropertyKey[];
  value: unknown;
}

function rowsOf(
  value: unknown,
  shape: 'list' | 'map' | 'whole',
  file: string,
  field: string | undefined,
) {
  if (shape === 'list') {
    if (!Array.isArray(value)) return undefined;
    return value.map((row: unknown, index): FileRow => ({
      id: idOf(row, index, field),
      path: [index],
      value: row,
    }));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if (shape === 'whole') return [{ id: nameOf(file), path: [], value }];
  return Object.entries(value).map(([id, row]): FileRow => ({ id, path: [id], value: row }));
}

function toEntry({ id, path, value }: FileRow, file: string, { lineOf }: YamlText): Entry {
  const data = typeof value === 'object' && value !== null ? (value as Entry['data']) : {};
  return {
    id,
    file,
    // Asked for only where something is wrong.
    get line() {
      // A key's own line is the one above its first field.
      return Math.max(1, lineOf(path) - (typeof path[0] === 'string' ? 1 : 0));
    },
    data,
    lineOf: (inner) => lineOf([...path, ...inner]),
  };
}

function idOf(row: unknown, index: number, field: string | undefined): string {
  if (field !== undefined && typeof row === 'object' && row !== null) {
    const id = (row as Record<string, unknown>)[field];
    if (typeof id === 'string') return id;
  }
  return `entry ${String(index + 1)}`;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

const wrongShape = {
  list: {
    message: 'The file must be a list of entries.',
    hint: 'Begin each entry with a hyphen (in JSON, put all of them in square brackets).',
  },
  map: {
    message: 'The file must be entries under their ids.',
    hint: 'Begin each entry with its id and a colon, and indent its fields below.',
  },
  whole: {
    message: 'The file must be fields with values.',
    hint: 'Compare it with another file in the same folder.',
  },
};

/** Reads a file's front matter, or reports the mistake that hides it. */
export function readFrontMatter(
  { path, text }: Source,
  id: string,
): { entry: Entry } | { problem: Problem } {
  const lines = text.split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  const fail = (message: string, hint: string) => ({
    problem: { file: path, line: 1, message, hint },
  });
  if (lines[0] !== '---') {
    const hint =
      'Begin it with a line of three hyphens, the fields, and another line of three hyphens.';
    return fail('The file has no front matter.', hint);
  }
  if (end < 0) {
    const hint = 'Put a line of three hyphens after its last field.';
    return fail('The front matter is opened and never closed.', hint);
  }
  const parsed = parseYaml(path, lines.slice(1, end).join('\n'), 1);
  if ('problem' in parsed) return parsed;
  const { value, lineOf } = parsed.yaml;
  const data = typeof value === 'object' && value !== null ? (value as Entry['data']) : {};
  return { entry: { id, file: path, line: 1, data, lineOf } };
}

/** Parses JSON, or reports the mistake in it with its line. */
export function parseJson(file: string, text: string): { yaml: YamlText } | { problem: Problem } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    return { problem: { file, line: findLine(text, message), ...explainJson(text, message) } };
  }
  // JSON is YAML too, and the YAML parser knows the lines, and tells keys that occur twice. It is slow.
  if (countKeys(text) !== keysIn(value)) return parseYaml(file, text);
  let lines: YamlText['lineOf'] | undefined;
  return {
    yaml: {
      value,
      lineOf: (path) => {
        if (!lines) {
          const parsed = parseYaml(file, text);
          lines = 'yaml' in parsed ? parsed.yaml.lineOf : () => 1;
        }
        return lines(path);
      },
    },
  };
}

/** How many keys are written in valid JSON. */
function countKeys(text: string): number {
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon).length;
}

/** How many keys a value has, at all depths; a key written twice in one object counts once. */
function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, inner) => sum + keysIn(inner), own);
}

/** Engines word it differently; a position is given by all but for a text that ends too soon. */
function findLine(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  return lineAt(text, position === undefined ? text.trimEnd().length : Number(position));
}

function explainJson(text: string, message: string): { message: string; hint: string } {
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, position).trimEnd();
  const after = text.slice(position).trimStart();
  if (before.endsWith(',') && /^[\]}]/.test(after)) {
    return {
      message: 'There is a comma after the last item, which JSON forbids.',
      hint: 'Take the comma out.',
    };
  }
  if (/["}\]\d]$/.test(before) && /^["{[]/.test(after)) {
    return {
      message: 'Two items follow one another without a comma.',
      hint: 'Put a comma after the first.',
    };
  }
  return {
    message: 'This is not valid JSON.',
    hint: 'Look for a missing comma, quote or bracket here or on the line above, or export the file from Zotero again.',
  };
}

/** A row of a CSV file and its line. */
export interface Row {
  line: number;
  data: Record<string, string>;
}

/** Parses CSV with a header row, or reports the first mistake in it. */
export function parseTable(file: string, text: string): { rows: Row[] } | { problem: Problem } {
  try {
    const rows = parse(text, {
      columns: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      info: true,
    });
    return {
      rows: (rows as unknown as { record: Row['data']; info: { lines: number } }[]).map(
        ({ record, info }) => ({ line: info.lines, data: record }),
      ),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : undefined;
    return { problem: { file, line, ...explainTable(error) } };
  }
}

function explainTable({ code }: CsvError): { message: string; hint: string } {
  if (code === 'CSV_RECORD_INCONSISTENT_COLUMNS') {
    return {
      message: 'This row has more or fewer cells than the header.',
      hint: 'Give it one cell for each column; a cell with a comma in it stands in double quotes.',
    };
  }
  return {
    message: 'This row cannot be read as CSV.',
    hint: 'Check its double quotes: they come in pairs, around a whole cell.',
  };
}
