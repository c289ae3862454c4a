import type { Effect } from '../../../content-model/schemas/figure-data.ts';
import { formatList, formatNumber } from '../../../lib/i18n/format.ts';
import {
  boldness,
  canvasWidth,
  scaleLinear,
  tenth,
  textSize,
  wrapText,
  type Layout,
} from './layout.ts';
import type { Words } from './words.ts';

/** Names of the words for the strength of a link. */
export type Strength = 'none' | 'small' | 'medium' | 'strong';

/** A stretch of the scale of correlations, with the name of its everyday word. */
export interface Band {
  word: Strength;
  /** Smallest correlation in it. */
  from: number;
}

/**
 * Bands of |r| by Cohen's convention: .10 small, .30 medium, .50 large.
 * Cohen, J. (1988). Statistical power analysis for the behavioral sciences (2nd ed.).
 */
export const bands: Band[] = [
  { word: 'none', from: 0 },
  { word: 'small', from: 0.1 },
  { word: 'medium', from: 0.3 },
  { word: 'strong', from: 0.5 },
];

/** How strong a correlation is, whatever its sign, once it is rounded to print. */
export function strengthOf(r: number): Strength {
  const size = Math.round(Math.abs(r) * 100) / 100;
  return bands.findLast(({ from }) => size >= from)?.word ?? 'none';
}

/**
 * An effect's value as a correlation. A difference d or g becomes r = d / √(d² + 4), which holds for
 * two groups of the same size; with unequal groups the true r is a little smaller.
 */
export function toCorrelation(metric: Effect['metric'], value: number): number {
  return metric === 'r' ? value : value / Math.sqrt(value ** 2 + 4);
}

/** The value as the field prints it: r without a leading zero, d and g with one. */
export function formatEffect(metric: Effect['metric'], value: number): string {
  return `${metric} = ${metric === 'r' ? formatCorrelation(value) : formatHundredths(value)}`;
}

/** A correlation; where the decimal mark is a point, without the zero before it. */
export function formatCorrelation(r: number): string {
  return formatHundredths(r).replace('0.', '.');
}

function formatHundredths(value: number): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return formatNumber(value, digits).replace('-', '−');
}

const leading = 18;
/** End of the drawn scale; beyond the strongest threshold, so that the empty part can be seen. */
const most = 0.62;

const measures = {
  wide: { zeroX: 306, endX: 596, words: 290 },
  narrow: { zeroX: 4, endX: 336, words: 336 },
} as const;

/** Lays all findings out on one scale of r, under their headings, the strongest of each first. */
export function plotEvidence(rows: Effect[], layout: Layout, text: Words<Strength>) {
  const { zeroX, endX, words } = measures[layout];
  const scale = scaleLinear([0, most], [zeroX, endX]);
  let top = 0;
  const groups = [...new Set(rows.map(({ group }) => group))].map((title) => {
    const titleY = top + 20;
    const heading = wrapText(title, canvasWidth[layout], textSize * boldness);
    const wordsY = titleY + (heading.length - 1) * leading + 26;
    const start = wordsY + leading + 8;
    top = start + 6;
    const lines = rows
      .filter(({ group }) => group === title)
      .sort((a, b) => correlationOf(b) - correlationOf(a))
      .map((row) => {
        const label = wrapText(row.label, words, textSize);
        const labelY = top + 16;
        const lastY = labelY + (label.length - 1) * leading;
        const y = layout === 'wide' ? (labelY + lastY) / 2 - 5 : lastY + 17;
        top = layout === 'wide' ? lastY + 18 : y + 22;
        return {
          label: { x: 0, y: labelY, lines: label },
          value: formatEffect(row.metric, row.value),
          y,
          dotX: tenth(scale(correlationOf(row))),
          ...toInterval(row, scale),
        };
      });
    // Where zero and the thresholds are drawn; they leave words above a dot alone.
    const rules =
      layout === 'wide'
        ? [{ top: start, bottom: top }]
        : lines.map(({ y }) => ({ top: y - 9, bottom: y + 9 }));
    top += 34;
    return { title: heading, titleY, wordsY, rules, lines };
  });
  return {
    width: canvasWidth[layout],
    height: top - 26,
    zeroX,
    endX,
    // Everyday words over their stretch, and where one passes into the next.
    words: bands.map(({ word, from }, at) => ({
      x: tenth((scale(from) + scale(bands[at + 1]?.from ?? most)) / 2),
      lines: text.lines(word),
    })),
    thresholds: bands.slice(1).map(({ from }) => ({ x: tenth(scale(from)) })),
    groups,
  };
}

/** The 95% interval, where the record gives one. */
function toInterval({ metric, lower, upper }: Effect, scale: (r: number) => number) {
  if (lower === undefined || upper === undefined) return {};
  const [from, to] = [lower, upper].map((end) => tenth(scale(toCorrelation(metric, end))));
  return from === undefined || to === undefined ? {} : { interval: { from, to } };
}

function correlationOf({ metric, value }: Effect): number {
  return toCorrelation(metric, value);
}

/** Values for the description of the chart of effect sizes. */
export function describeEvidence(
  rows: Effect[],
  text: Words<Strength | 'stretch' | 'noStretch'>,
): { findings: number; groups: number; stretches: string } {
  const stretches = bands.map(({ word: strength }) => {
    const count = rows.filter((row) => strengthOf(correlationOf(row)) === strength).length;
    const word = text.line(strength);
    return count === 0 ? text.line('noStretch', { word }) : text.line('stretch', { count, word });
  });
  return {
    findings: rows.length,
    groups: new Set(rows.map(({ group }) => group)).size,
    stretches: formatList(stretches),
  };
}

/** Families in each of the two sets. */
export const families = 100;

const columns = 10;

/**
 * What a correlation means for two halves of people, by the binomial effect size display: of the half
 * with more of one thing, .50 + r/2 have the other; of the half with less, .50 − r/2.
 * Rosenthal, R., & Rubin, D. B. (1982). A simple, general purpose display of magnitude of experimental
 * effect. Journal of Educational Psychology, 74(2), 166–169.
 * @returns whole families of 100, half a family rounded towards the middle.
 */
export function displayEffect(r: number): { more: number; less: number } {
  const share = families * (0.5 + r / 2);
  const more = r >= 0 ? Math.floor(share) : Math.ceil(share);
  return { more, less: families - more };
}

/** The two sets of dots in one layout, with the places of their words. */
export function plotSmallLink(r: number, layout: Layout, text: Words<'more' | 'less' | 'secure'>) {
  const pitch = layout === 'wide' ? 24 : 15;
  const radius = layout === 'wide' ? 8 : 5;
  const width = canvasWidth[layout];
  const headings = [text.lines('more'), text.lines('less')] as const;
  const wordsY = 18 + 19 * Math.max(...headings.map(({ length }) => length));
  const top = wordsY + 15;
  const { more, less } = displayEffect(r);
  const gap = width - 2 * columns * pitch;
  const sets = [
    { heading: headings[0], secure: more, x: 0 },
    { heading: headings[1], secure: less, x: columns * pitch + gap },
  ].map((set) => ({
    ...set,
    words: text.line('secure', { secure: set.secure, families }),
    dots: Array.from({ length: families }, (_, index) => ({
      x: set.x + (index % columns) * pitch + pitch / 2,
      y: top + Math.floor(index / columns) * pitch + pitch / 2,
      isSecure: index < set.secure,
    })),
  }));
  return { width, height: top + (families / columns) * pitch + 4, radius, wordsY, sets };
}
