import type { JudgedQuery } from './query-file.ts';

/** How well a number of queries was answered. */
export interface Tally {
  queries: number;
  /** Queries whose first page answers; whose first three have one that does. */
  first: number;
  three: number;
  /** Sum of the reciprocal ranks of the first page that answers. */
  reciprocal: number;
  /** Queries without a result. */
  empty: number;
}

/** Counts the pages found for each query, best first, in all and by kind. */
export function tally(
  queries: readonly JudgedQuery[],
  found: readonly (readonly string[])[],
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  queries.forEach(({ accepted, kind }, index) => {
    const pages = found[index] ?? [];
    const rank = pages.findIndex((page) => accepted.includes(page)) + 1;
    for (const name of [kind, 'all']) {
      const one = tallies.get(name) ?? { queries: 0, first: 0, three: 0, reciprocal: 0, empty: 0 };
      one.queries++;
      if (rank === 1) one.first++;
      if (rank > 0 && rank <= 3) one.three++;
      if (rank > 0) one.reciprocal += 1 / rank;
      if (pages.length === 0) one.empty++;
      tallies.set(name, one);
    }
  });
  return tallies;
}

/** A tally as a line of a table. */
export function formatTally(name: string, one: Tally): string {
  const share = (count: number) => `${((100 * count) / one.queries).toFixed(1).padStart(6)} %`;
  return [
    name.padEnd(10),
    String(one.queries).padStart(5),
    share(one.first),
    share(one.three),
    (one.reciprocal / one.queries).toFixed(3).padStart(7),
    String(one.empty).padStart(6),
  ].join('  ');
}

/** Head of the table of tallies. */
export const tallyHead = 'kind           n     first     three      MRR   empty';
