import { scaleLinear } from 'd3-scale';
import type { CultureRow } from '../../../content-model/schemas/figure-data.ts';
import { canvasWidth, tenth, type Layout, type Point } from './layout.ts';

/** The three classes of the older coding, in the order of the columns, with the most a column must hold. */
const classes = [
  { key: 'secure', field: 'secure_B_pct', label: 'Secure', most: 80 },
  { key: 'avoidant', field: 'avoidant_A_pct', label: 'Avoidant', most: 40 },
  { key: 'resistant', field: 'resistant_C_pct', label: 'Resistant', most: 30 },
] as const;

/** One class of one country: a bar from its column's start. */
export interface CultureBar extends Point {
  key: (typeof classes)[number]['key'];
  percent: number;
  width: number;
}

/** One country: name, one dot for each sample, and three bars. */
export interface CultureLine {
  country: string;
  infants: number;
  samples: number;
  /** Baseline of the name. */
  y: number;
  dots: Point[];
  bars: CultureBar[];
  /** True of the row that sums the others up. */
  total: boolean;
}

/** Everything the culture chart draws. */
export interface CulturePlot {
  width: number;
  height: number;
  columns: { label: string; x: number }[];
  lines: CultureLine[];
  /** Where the sums are set off from the countries. */
  ruleY: number;
}

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
 * the row of all countries last.
 */
export function plotCulture(rows: CultureRow[], layout: Layout): CulturePlot {
  const { left, top, step, barDrop, gap, dotX } = measures[layout];
  const width = canvasWidth[layout];
  const most = classes.reduce((sum, one) => sum + one.most, 0);
  const scale = scaleLinear([0, most], [0, width - left - classes.length * gap]);
  const columns = classes.map(({ label }, at) => ({
    label,
    x: tenth(left + at * gap + scale(classes.slice(0, at).reduce((sum, one) => sum + one.most, 0))),
  }));

  const lines = [...rows].sort(byInfants).map((row, at): CultureLine => {
    const total = isTotal(row);
    const y = top + at * step + (total ? 14 : 0) + 24;
    const dots = total
      ? []
      : Array.from({ length: row.samples }, (_, nth) => ({ x: dotX + nth * 5.4, y: y - 5 }));
    const bars = classes.map(({ key, field }, nth) => ({
      key,
      percent: row[field],
      x: columns[nth]?.x ?? left,
      y: y + barDrop,
      width: tenth(scale(row[field])),
    }));
    return {
      country: row.country,
      infants: row.infants,
      samples: row.samples,
      y,
      dots,
      bars,
      total,
    };
  });
  const ruleY = top + (lines.length - 1) * step + 8;
  return { width, height: top + lines.length * step + 14, columns, lines, ruleY };
}

function isTotal(row: CultureRow): boolean {
  return row.country === 'All countries';
}

function byInfants(a: CultureRow, b: CultureRow): number {
  return Number(isTotal(a)) - Number(isTotal(b)) || b.infants - a.infants;
}
