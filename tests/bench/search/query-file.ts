import { readFileSync } from 'node:fs';

/** A place that answers a query: a page by its slug, or a section of it. */
export interface Place {
  page: string;
  /** Anchor of the section; undefined for the whole page. */
  section: string | undefined;
}

/** A query with the places that answer it, any of them. */
export interface JudgedQuery {
  query: string;
  accepted: Place[];
  kind: string;
  /** Pattern of the words that an excerpt must have; undefined if excerpts are not judged. */
  answer: RegExp | undefined;
}

/** Reads the lines of a query file, as fields separated by tabs; `#` begins a comment. */
export function readLines(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((field) => field.trim()));
}

/** Reads judged queries: query, accepted places (slug or slug#section), kind, words of the answer. */
export function readQueries(file: string): JudgedQuery[] {
  return readLines(file).map(([query = '', accepted = '', kind = '', answer = '']) => ({
    query,
    accepted: accepted.split(',').map((place) => {
      const [page = '', section] = place.split('#');
      return { page, section };
    }),
    kind,
    answer: answer === '' ? undefined : new RegExp(answer, 'i'),
  }));
}
