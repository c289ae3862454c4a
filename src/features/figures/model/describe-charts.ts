import type { CultureRow, Effect, Prevalence } from '../../../content-model/schemas/figure-data.ts';
import { bands, strengthWord, toCorrelation } from './evidence-plot.ts';

/** What the chart of effect sizes shows, for a person who cannot see it. */
export function describeEvidence(rows: Effect[]): string {
  const counts = bands.map(({ word }) => {
    const count = rows.filter((row) => strengthWord(toCorrelation(row.metric, row.value)) === word);
    return `${count.length === 0 ? 'none' : String(count.length)} in the stretch called ${word}`;
  });
  const groups = new Set(rows.map(({ group }) => group)).size;
  return `A chart of ${String(rows.length)} findings under ${String(groups)} headings, each a dot on a scale from no link to a strong one. Of the dots, ${joinWords(counts)}. Each finding with its figures and its source is in the table below.`;
}

/** What the culture chart shows, for a person who cannot see it. */
export function describeCulture(rows: CultureRow[]): string {
  const countries = rows.filter(({ country }) => country !== 'All countries');
  const [lowest, highest] = extremes(countries, 'secure_B_pct');
  const [, avoidant] = extremes(countries, 'avoidant_A_pct');
  const [, resistant] = extremes(countries, 'resistant_C_pct');
  const [, most] = extremes(countries, 'samples');
  const samples = countries.reduce((sum, row) => sum + row.samples, 0);
  const first = countries.filter(
    (row) => row.secure_B_pct > Math.max(row.avoidant_A_pct, row.resistant_C_pct),
  );
  const where =
    first.length === countries.length ? 'every country' : `${String(first.length)} countries`;
  return `A bar chart with three bars for each of ${String(countries.length)} countries: secure, avoidant and resistant. In ${where} the secure bar is the longest, from ${String(lowest.secure_B_pct)} per cent in ${lowest.country} to ${String(highest.secure_B_pct)} in ${highest.country}. The avoidant bar is longest in ${avoidant.country}, at ${String(avoidant.avoidant_A_pct)} per cent, and the resistant bar in ${resistant.country}, at ${String(resistant.resistant_C_pct)}. Dots count the samples: ${String(most.samples)} of the ${String(samples)} come from the ${most.country}. All numbers are in the table below.`;
}

/** What the prevalence chart shows, for a person who cannot see it. */
export function describePrevalence(rows: Prevalence[]): string {
  const shares = rows.map(({ secure }) => secure);
  const answers = rows
    .map(({ label, secure }) => `${label}: ${String(secure)} per cent.`)
    .join(' ');
  return `Bars from 0 to 100 per cent, one for each of ${String(rows.length)} ways of counting; the first part of a bar is the share classed secure. The answers lie between ${String(Math.min(...shares))} and ${String(Math.max(...shares))} per cent. ${answers} What the others were called stands under each bar and in the table below.`;
}

function extremes(rows: CultureRow[], key: 'samples' | (`${string}_pct` & keyof CultureRow)) {
  const sorted = [...rows].sort((a, b) => a[key] - b[key]);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) throw new RangeError('The culture chart has no countries.');
  return [first, last] as const;
}

function joinWords(words: string[]): string {
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
