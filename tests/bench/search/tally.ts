import type { Verdict } from './judge.ts';

/** Header of the table of tallies. */
export const tallyHead =
  'kind             n    first   in three  section  excerpt  refused  corrected    (%)';

/** Minimum words of a long query. */
const long = 10;

/** Formats verdicts as rows of a table: by kind, long queries, then all. */
export function formatTallies(verdicts: readonly Verdict[]): string[] {
  const kinds = [...new Set(verdicts.map(({ kind }) => kind))].sort();
  return [
    ...kinds.map((kind) =>
      formatTally(
        kind,
        verdicts.filter((one) => one.kind === kind),
      ),
    ),
    formatTally(
      'ten words +',
      verdicts.filter(({ words }) => words >= long),
    ),
    formatTally('all', verdicts),
  ];
}

/** Formats verdicts as one row: the percentage of those that can be judged. */
export function formatTally(name: string, verdicts: readonly Verdict[]): string {
  const share = (judged: (boolean | undefined)[]) => {
    const known = judged.filter((one) => one !== undefined);
    const percent = (100 * known.filter(Boolean).length) / known.length;
    return (known.length > 0 ? percent.toFixed(1) : '–').padStart(7);
  };
  return [
    name.padEnd(12),
    String(verdicts.length).padStart(5),
    share(verdicts.map(({ rank }) => rank === 1)),
    share(verdicts.map(({ rank }) => rank > 0 && rank <= 3)),
    share(verdicts.map(({ section }) => section)),
    share(verdicts.map(({ excerpt }) => excerpt)),
    share(verdicts.map(({ refused }) => refused)),
    share(verdicts.map(({ corrected }) => corrected)),
  ].join('  ');
}
