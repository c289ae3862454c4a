import { s } from 'hastscript';
import type { Effect } from '../../../content-model/schemas/figure-data.ts';
import { formatList, formatNumber } from '../../../lib/i18n/format.ts';
import { groupBy } from '../../../lib/text/format.ts';
import {
  boldness,
  canvasWidth,
  scaleLinear,
  setLines,
  tenth,
  textSize,
  toDrawing,
  wrapText,
  type Drawing,
  type Layout,
} from './layout.ts';
import type { Words } from './words.ts';

/**
 * Bands of |r|, each with the name of its everyday word and the smallest correlation in it, by Cohen's
 * convention: .10 small, .30 medium, .50 large.
 * Cohen, J. (1988). Statistical power analysis for the behavioral sciences (2nd ed.).
 */
export const bands = [
  { word: 'none', from: 0 },
  { word: 'small', from: 0.1 },
  { word: 'medium', from: 0.3 },
  { word: 'strong', from: 0.5 },
] as const;

type Strength = (typeof bands)[number]['word'];

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
  wide: { zeroX: 306, endX: 596, room: 290 },
  narrow: { zeroX: 4, endX: 336, room: 336 },
} as const;

/** Draws all findings on one scale of r, under their headings, the strongest of each first. */
export function plotEvidence(rows: Effect[], layout: Layout, text: Words): Drawing {
  const { zeroX, endX, room } = measures[layout];
  const isWide = layout === 'wide';
  const scale = scaleLinear(most, zeroX, endX);
  const [, ...thresholds] = bands.map(({ from }) => tenth(scale(from)));
  let top = 0;
  const groups = [...groupBy(rows, ({ group }) => group)].map(([title, own]) => {
    const titleY = top + 20;
    const heading = wrapText(title, canvasWidth[layout], textSize * boldness);
    const wordsY = titleY + (heading.length - 1) * leading + 26;
    const start = wordsY + leading + 8;
    top = start + 6;
    const lines = own
      .sort((a, b) => correlationOf(b) - correlationOf(a))
      .map((row) => {
        const label = wrapText(row.label, room);
        const labelY = top + 16;
        const lastY = labelY + (label.length - 1) * leading;
        const y = isWide ? (labelY + lastY) / 2 - 5 : lastY + 17;
        top = isWide ? lastY + 18 : y + 22;
        return { y, parts: [...setLines(label, { x: 0, y: labelY }), ...setEffect(row, y)] };
      });
    // Where zero and the thresholds are drawn; they leave words above a dot alone.
    const stretches = isWide ? [`${start}V${top}`] : lines.map(({ y }) => `${y - 9}V${y + 9}`);
    const rules = stretches.flatMap((stretch) => [
      s('path.sb-soft', { d: `M${zeroX} ${stretch}` }),
      s('path.sb-soft.sb-dots', { d: thresholds.map((x) => `M${x} ${stretch}`).join('') }),
    ]);
    top += 34;
    return s('g', [
      setLines(heading, { class: 'sb-strong', x: 0, y: titleY }),
      setWords(wordsY),
      rules,
      ...lines.map(({ parts }) => parts),
    ]);
  });
  return toDrawing(layout, top - 26, groups);

  /** The everyday words, each over its stretch. */
  function setWords(y: number) {
    return bands.flatMap(({ word, from }, at) => {
      const x = tenth((scale(from) + scale(bands[at + 1]?.from ?? most)) / 2);
      const look = { class: 'sb-mute', x, y, 'text-anchor': 'middle' };
      return setLines(text.lines(word), look);
    });
  }

  /** An effect as a dot on its line, over the 95% interval where the record gives one. */
  function setEffect({ metric, value, lower, upper }: Effect, y: number) {
    const toX = (effect: number) => tenth(scale(toCorrelation(metric, effect)));
    const line = (from: number, to: number) => `M${from} ${y}H${to}`;
    const x = toX(value);
    return [
      s('path', { d: line(zeroX, x) }),
      ...(lower !== undefined && upper !== undefined
        ? [s('path.sb-bold', { d: line(toX(lower), toX(upper)) })]
        : []),
      s('circle.sb-dot', { cx: x, cy: y, r: 5.5 }),
      s('text.sb-halo', { x: x + 11, y: y + 5 }, formatEffect(metric, value)),
    ];
  }
}

function correlationOf({ metric, value }: Effect): number {
  return toCorrelation(metric, value);
}

/** Values for the description of the chart of effect sizes. */
export function describeEvidence(rows: Effect[], text: Words) {
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

/** Draws the two sets of dots, with their words above them. */
export function plotSmallLink(r: number, layout: Layout, text: Words): Drawing {
  const pitch = layout === 'wide' ? 24 : 15;
  const radius = layout === 'wide' ? 8 : 5;
  const { more, less } = displayEffect(r);
  const sets = [
    { heading: text.lines('more'), secure: more, x: 0 },
    { heading: text.lines('less'), secure: less, x: canvasWidth[layout] - columns * pitch },
  ];
  const wordsY = 18 + 19 * Math.max(...sets.map(({ heading }) => heading.length));
  const top = wordsY + 15;
  const drawn = sets.map(({ heading, secure, x }) => {
    const dots = Array.from({ length: families }, (_, index) => {
      const isSecure = index < secure;
      return s(isSecure ? 'circle.sb-dot' : 'circle.sb-soft', {
        cx: x + (index % columns) * pitch + pitch / 2,
        cy: top + Math.floor(index / columns) * pitch + pitch / 2,
        r: isSecure ? radius : radius - 1,
      });
    });
    return s('g', [
      setLines(heading, { class: 'sb-strong', x, y: 16 }, 19),
      s('text', { x, y: wordsY }, text.line('secure', { secure, families })),
      dots,
    ]);
  });
  return toDrawing(layout, top + (families / columns) * pitch + 4, drawn);
}
