import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import type { Problem } from '../model/problem.ts';

/** A row of a CSV file and its line. */
export interface Row {
  line: number;
  data: Record<string, string>;
}

/** Parses CSV with a header row, or tells the first mistake in it. */
export function parseTable(file: string, text: string): { rows: Row[] } | { problem: Problem } {
  try {
    const rows = parse(text, { columns: true, skip_empty_lines: true, trim: true, info: true });
    return {
      rows: (rows as unknown as { record: Row['data']; info: { lines: number } }[]).map(
        ({ record, info }) => ({ line: info.lines, data: record }),
      ),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : undefined;
    return { problem: { file, line, ...explain(error) } };
  }
}

function explain({ code }: CsvError): { message: string; hint: string } {
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
