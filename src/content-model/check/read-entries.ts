import type { Problem } from '../model/problem.ts';
import { parseJson } from './parse-json.ts';
import { parseTable } from './parse-table.ts';
import { parseYaml, type YamlText } from './parse-yaml.ts';
import type { Entry, Source } from './source.ts';

/**
 * Reads the entries of a data file, or tells the mistake that keeps it from being read.
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

/** Reads a file's front matter, or tells the mistake that hides it. */
export function readFrontMatter(
  { path, text }: Source,
  id: string,
): { entry: Entry } | { problem: Problem } {
  const lines = text.split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---') {
    return {
      problem: {
        file: path,
        line: 1,
        message: 'The file has no front matter.',
        hint: 'Begin it with a line of three hyphens, the fields, and another line of three hyphens.',
      },
    };
  }
  if (end < 0) {
    return {
      problem: {
        file: path,
        line: 1,
        message: 'The front matter is opened and never closed.',
        hint: 'Put a line of three hyphens after its last field.',
      },
    };
  }
  const parsed = parseYaml(path, lines.slice(1, end).join('\n'), 1);
  if ('problem' in parsed) return parsed;
  const { value, lineOf } = parsed.yaml;
  const data = typeof value === 'object' && value !== null ? (value as Entry['data']) : {};
  return { entry: { id, file: path, line: 1, data, lineOf } };
}
