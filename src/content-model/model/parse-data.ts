import { parse as parseCsv } from 'csv-parse/browser/esm/sync';
import { parse as parseYaml } from 'yaml';

/** Makes a parser of CSV text (header row first) to rows keyed by the column `key`, each with its `order`. */
export function parseCsvById(key: string) {
  return (text: string): Record<string, Record<string, unknown>> => {
    const rows = parseCsv(text, { columns: true, skip_empty_lines: true, trim: true });
    return keyed(rows as Record<string, unknown>[], key);
  };
}

/** Makes a parser of a YAML list to entries keyed by their field `key`, each with its `order`. */
export function parseYamlById(key: string) {
  return (text: string): Record<string, Record<string, unknown>> =>
    keyed(parseYaml(text) as Record<string, unknown>[], key);
}

/** Parses a YAML list of entries with an `id`, giving each its place in the file as `order`. */
export function parseYamlInOrder(text: string): Record<string, unknown>[] {
  const rows = parseYaml(text) as Record<string, unknown>[];
  return rows.map((row, order) => ({ ...row, order }));
}

/** Collections come back sorted by key, so each entry keeps its place in the file, from 0. */
function keyed(rows: Record<string, unknown>[], key: string) {
  return Object.fromEntries(rows.map((row, order) => [String(row[key]), { ...row, order }]));
}
