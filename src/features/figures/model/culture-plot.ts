import { s } from 'hastscript';
import type { CultureRow } from '../../../content-model/schemas/figure-data.ts';
import { formatNumber } from '../../../lib/i18n/format.ts';
import type { MessageValues } from '../../../lib/i18n/message.ts';
import {
  canvasWidth,
  scaleLinear,
  setBar,
  tenth,
  toDrawing,
  type Drawing,
  type Layout,
} from './layout.ts';
import type { Words } from './words.ts';

/** The three classes of the older coding, in the order of the columns, with the most a column must hold. */
const classes = [
  { key: 'secure', field: 'secure_B_pct', most: 80, before: 0, tint: 'sb-tint' },
  { key: 'avoidant', field: 'avoidant_A_pct', most: 40, before: 80, tint: 'sb-tint-2' },
  { key: 'resistant', field: 'resistant_C_pct', most: 30, before: 120, tint: 'sb-paper sb-plain' },
] as const;

const measures = {
  wide: { left: 230, top: 30, step: 50, barDrop: -15, gap: 44, dotX: 122, height: 20 },
  narrow: { left: 0, top: 30, step: 62, barDrop: 10, gap: 40, dotX: 124, height: 16 },
} as const;

/**
 * Draws the culture chart: every class on one scale of percent, countries by number of infants, the row
 * of all countries last. A country has a dot for each sample and a bar for each class.
 */
export function plotCulture(rows: CultureRow[], layout: Layout, words: Words): Drawing {
  const sum = findSum(rows);
  const { left, top, step, barDrop, gap, dotX, height } = measures[layout];
  const width = canvasWidth[layout];
  const all = classes.reduce((total, { most }) => total + most, 0);
  const scale = scaleLinear(all, 0, width - left - classes.length * gap);
  const columns = classes.map((one, at) => ({
    ...one,
    x: tenth(left + at * gap + scale(one.before)),
  }));
  const lines = sortCulture(rows).map((row, at) => {
    const isSum = row === sum;
    const y = top + at * step + (isSum ? 14 : 0) + 24;
    const dots = Array.from({ length: isSum ? 0 : row.samples }, (_, nth) => dotX + nth * 5.4);
    const counts = { samples: row.samples, infants: formatNumber(row.infants) };
    const bars = columns.flatMap(({ x, field, tint }) => {
      const barWidth = tenth(scale(row[field]));
      const end = { x: x + barWidth + 6, y: y + barDrop + height / 2 + 5 };
      return [
        ...setBar({ x, y: y + barDrop, width: barWidth, height }, tint, 3),
        s('text', end, row[field]),
      ];
    });
    return s('g', [
      s('text.sb-strong', { x: 0, y }, row.country),
      s('path.sb-sample', { d: dots.map((x) => `M${x} ${y - 5}h0`).join('') }),
      s(
        'text.sb-mute',
        layout === 'wide' ? { x: 0, y: y + 18 } : { x: width, y, 'text-anchor': 'end' },
        words.line(isSum ? 'samplesOf' : 'infantsOf', counts),
      ),
      bars,
    ]);
  });
  // Where the sums are set off from the countries.
  const ruleY = top + (lines.length - 1) * step + 8;
  return toDrawing(layout, top + lines.length * step + 14, [
    ...columns.map(({ key, x }) => s('text.sb-strong', { x, y: 16 }, words.line(key))),
    s('path.sb-soft', { d: `M0 ${ruleY}H${width}` }),
    ...lines,
  ]);
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
export function describeCulture(rows: CultureRow[], words: Words): MessageValues {
  const sum = findSum(rows);
  const countries = rows.filter((row) => row !== sum);
  const highest = (key: 'samples' | (`${string}_pct` & keyof CultureRow)) =>
    countries.reduce((best, row) => (row[key] >= best[key] ? row : best));
  const lowest = countries.reduce((a, b) => (b.secure_B_pct < a.secure_B_pct ? b : a));
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
    highestSecure: highest('secure_B_pct').secure_B_pct,
    highestSecureIn: highest('secure_B_pct').country,
    avoidant: highest('avoidant_A_pct').avoidant_A_pct,
    avoidantIn: highest('avoidant_A_pct').country,
    resistant: highest('resistant_C_pct').resistant_C_pct,
    resistantIn: highest('resistant_C_pct').country,
    most: highest('samples').samples,
    mostIn: highest('samples').country,
    samples: countries.reduce((total, { samples }) => total + samples, 0),
    thin: countries.filter(({ samples }) => samples <= 2).length,
    smallest: Math.min(...countries.map(({ infants }) => infants)),
  };
}
