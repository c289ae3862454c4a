import { s } from 'hastscript';
import type { CultureRow } from '../../../content-model/schemas/figure-data.ts';
import { formatNumber } from '../../../lib/i18n/format.ts';
import { canvasWidth, formatPercent, scaleLinear, drawBar, toTenth, type Chart } from './chart.ts';

/** The three classes of the older coding in column order; `max` is the percentage at a column's full width. */
const classes = [
  { key: 'secure', field: 'secure_B_pct', max: 80, before: 0, tint: 'sb-tint' },
  { key: 'avoidant', field: 'avoidant_A_pct', max: 40, before: 80, tint: 'sb-tint-2' },
  { key: 'resistant', field: 'resistant_C_pct', max: 30, before: 120, tint: 'sb-paper sb-plain' },
] as const;

const sizes = {
  wide: { left: 230, top: 30, step: 50, barDrop: -15, gap: 44, dotX: 122, height: 20 },
  narrow: { left: 0, top: 30, step: 62, barDrop: 10, gap: 40, dotX: 124, height: 16 },
} as const;

/** How infants in several countries were classed: a dot for each sample, and a bar for each class. */
export const culture: Chart<CultureRow> = {
  source: (rows) => ({ id: [...new Set(rows.map(({ work }) => work))].join(' '), narrative: true }),
  columns: ['country', 'samples', 'infants', ...classes.map(({ key }) => key)],
  tabulate: (rows) =>
    sortRows(rows).map((row) => [
      row.country,
      row.samples,
      formatNumber(row.infants),
      ...classes.map(({ field }) => formatPercent(row[field])),
    ]),

  plot(rows, layout, text) {
    const totalRow = findTotal(rows);
    const { left, top, step, barDrop, gap, dotX, height } = sizes[layout];
    const width = canvasWidth[layout];
    const all = classes.reduce((total, { max }) => total + max, 0);
    const scale = scaleLinear(all, 0, width - left - classes.length * gap);
    const columns = classes.map((one, at) => ({
      ...one,
      x: toTenth(left + at * gap + scale(one.before)),
    }));
    const lines = sortRows(rows).map((row, at) => {
      const isTotal = row === totalRow;
      const y = top + at * step + (isTotal ? 14 : 0) + 24;
      const dots = Array.from({ length: isTotal ? 0 : row.samples }, (_, nth) => dotX + nth * 5.4);
      const counts = { samples: row.samples, infants: formatNumber(row.infants) };
      const bars = columns.flatMap(({ x, field, tint }) => {
        const barWidth = toTenth(scale(row[field]));
        const end = { x: x + barWidth + 6, y: y + barDrop + height / 2 + 5 };
        return [
          ...drawBar({ x, y: y + barDrop, width: barWidth, height }, tint, 3),
          s('text', end, row[field]),
        ];
      });
      return s('g', [
        s('text.sb-strong', { x: 0, y }, row.country),
        s('path.sb-sample', { d: dots.map((x) => `M${x} ${y - 5}h0`).join('') }),
        s(
          'text.sb-mute',
          layout === 'wide' ? { x: 0, y: y + 18 } : { x: width, y, 'text-anchor': 'end' },
          text.line(isTotal ? 'samplesOf' : 'infantsOf', counts),
        ),
        bars,
      ]);
    });
    // The rule between the countries and the total.
    const ruleY = top + (lines.length - 1) * step + 8;
    const parts = [
      ...columns.map(({ key, x }) => s('text.sb-strong', { x, y: 16 }, text.line(key))),
      s('path.sb-soft', { d: `M0 ${ruleY}H${width}` }),
      ...lines,
    ];
    return { height: top + lines.length * step + 14, parts };
  },

  describe(rows, text) {
    const totalRow = findTotal(rows);
    const countries = rows.filter((row) => row !== totalRow);
    type Field = 'samples' | (typeof classes)[number]['field'];
    /** The country with the lowest or highest value of a field, and the value. */
    const extreme = (name: string, field: Field, at: 0 | -1) => {
      const row = countries.toSorted((a, b) => a[field] - b[field]).at(at);
      return { [name]: row?.[field] ?? 0, [`${name}In`]: row?.country ?? '' };
    };
    const count = countries.filter(
      (row) => row.secure_B_pct > Math.max(row.avoidant_A_pct, row.resistant_C_pct),
    ).length;
    const isEvery = count === countries.length;
    return {
      countries: countries.length,
      where: isEvery ? text.line('everyCountry') : text.line('countries', { count }),
      ...extreme('lowestSecure', 'secure_B_pct', 0),
      ...extreme('highestSecure', 'secure_B_pct', -1),
      ...extreme('avoidant', 'avoidant_A_pct', -1),
      ...extreme('resistant', 'resistant_C_pct', -1),
      ...extreme('most', 'samples', -1),
      samples: countries.reduce((total, { samples }) => total + samples, 0),
      thin: countries.filter(({ samples }) => samples <= 2).length,
      smallest: Math.min(...countries.map(({ infants }) => infants)),
    };
  },
};

/** Sorts the rows by number of infants, the total last. */
function sortRows(rows: CultureRow[]): CultureRow[] {
  const total = findTotal(rows);
  return rows.toSorted(
    (a, b) => Number(a === total) - Number(b === total) || b.infants - a.infants,
  );
}

/** Returns the last row where it is the total of the others. */
function findTotal(rows: CultureRow[]): CultureRow | undefined {
  const last = rows.at(-1);
  const others = rows.slice(0, -1).reduce((count, { samples }) => count + samples, 0);
  return rows.length > 2 && last?.samples === others ? last : undefined;
}
