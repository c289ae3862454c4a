import { readFileSync } from 'node:fs';

/** A query with the pages that answer it. */
export interface JudgedQuery {
  query: string;
  /** Slugs of the pages that answer, any of them. */
  accepted: string[];
  kind: string;
}

/** Reads a file of queries: query, accepted slugs and kind, parted by tabs; `#` begins a comment. */
export function readQueries(file: string): JudgedQuery[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [query = '', accepted = '', kind = ''] = line.split('\t');
      return { query, accepted: accepted.split(','), kind: kind.trim() };
    });
}
