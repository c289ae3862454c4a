import type { CultureRow } from '../../../content-model/schemas/figure-data.ts';
import type { MessageValues } from '../../../lib/i18n/message.ts';
import { canvasWidth, scaleLinear, tenth, type Layout } from './layout.ts';
import type { Words } from './words.ts';

/** The three classes of the older coding, in the order of the columns, with the most a column must hold. */
const classes = [
  { key: 'secure', field: 'secure_B_pct', most: 80 },
  { key: 'avoidant', field: 'avoidant_A_pct', most: 40 },
  { key: 'resistant', field: 'resistant_C_pct', most: 30 },
] as const;

const measures = {
  wide: { left: 230, top: 30, step: 50, barDrop: -15, gap: 44, dotX: 122, barHeight: 20 },
  narrow: { left: 0, top: 30, step: 62, barDrop: 10, gap: 40, dotX: 124, barHeight: 16 },
} as const;

/** Height of a bar, in SVG units. */
export function cultureBarHeight(layout: Layout): number {
  return measures[layout].barHeight;
}

/**
 * Lays the culture chart out: every class on one scale of percent, countries by number of infants,
 * the row of all countries last. A country has a dot for each sample and a bar for each class.
 */
export function plotCulture(
  rows: CultureRow[],
  layout: Layout,
  words: Words<'secure' | 'avoidant' | 'resistant'>,
) {
  const sum = findSum(rows);
  const { left, top, step, barDrop, gap, dotX } = measures[layout];
  const width = canvasWidth[layout];
  const most = classes.reduce((sum, one) => sum + one.most, 0);
  const scale = scaleLinear([0, most], [0, width - left - classes.length * gap]);
  const columns = classes.map(({ key }, at) => ({
    label: words.line(key),
    x: tenth(left + at * gap + scale(classes.slice(0, at).reduce((sum, one) => sum + one.most, 0))),
  }));

  const lines = sortCulture(rows).map((row, at) => {
    const { country, infants, samples } = row;
    // The row that sums the others up.
    const total = row === sum;
    const y = top + at * step + (total ? 14 : 0) + 24;
    const dots = total
      ? []
      : Array.from({ length: samples }, (_, nth) => ({ x: dotX + nth * 5.4, y: y - 5 }));
    const bars = classes.map(({ key, field }, nth) => ({
      key,
      percent: row[field],
      x: columns[nth]?.x ?? left,
      y: y + barDrop,
      width: tenth(scale(row[field])),
    }));
    return { country, infants, samples, y, dots, bars, total };
  });
  // Where the sums are set off from the countries.
  const ruleY = top + (lines.length - 1) * step + 8;
  return { width, height: top + lines.length * step + 14, columns, lines, ruleY };
}

/** The rows in the order of the chart: by number of infants, the sum of the others last. */
export function sortCulture(rows: CultureRow[]): CultureRow[] {
  const sum = findSum(rows);
  return [...rows].sort((a, b) => Number(a === sum) - Number(b === sum) || b.infants - a.infants);
}

/** The last row of the file where it sums up the others. */
function findSum(rows: CultureRow[]): CultureRow | undefined {
  const last = rows.at(-1);
  const others = rows.slice(0, -1).reduce((sum, { samples }) => sum + samples, 0);
  return rows.length > 2 && last?.samples === others ? last : undefined;
}

/** Values for the description and the caution of the culture chart. */
export function describeCulture(
  rows: CultureRow[],
  words: Words<'everyCountry' | 'countries'>,
): MessageValues {
  const sum = findSum(rows);
  const countries = rows.filter((row) => row !== sum);
  const [lowest, highest] = extremes(countries, 'secure_B_pct');
  const [, avoidant] = extremes(countries, 'avoidant_A_pct');
  const [, resistant] = extremes(countries, 'resistant_C_pct');
  const [, most] = extremes(countries, 'samples');
  const first = countries.filter(
    (row) => row.secure_B_pct > Math.max(row.avoidant_A_pct, row.resistant_C_pct),
  );
  return {
    countries: countries.length,
    where:
      first.length === countries.length
        ? words.line('everyCountry')
        : words.line('countries', { count: first.length }),
    lowestSecure: lowest.secure_B_pct,
    lowestSecureIn: lowest.country,
    highestSecure: highest.secure_B_pct,
    highestSecureIn: highest.country,
    avoidant: avoidant.avoidant_A_pct,
    avoidantIn: avoidant.country,
    resistant: resistant.resistant_C_pct,
    resistantIn: resistant.country,
    most: most.samples,
    mostIn: most.country,
    samples: countries.reduce((total, { samples }) => total + samples, 0),
    thin: countries.filter(({ samples }) => samples <= 2).length,
    smallest: Math.min(...countries.map(({ infants }) => infants)),
  };
}

function extremes(rows: CultureRow[], key: 'samples' | (`${string}_pct` & keyof CultureRow)) {
  const sorted = [...rows].sort((a, b) => a[key] - b[key]);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) throw new RangeError('The culture chart has no countries.');
  return [first, last] as const;
}
