import { s } from 'hastscript';
import type { Effect } from '../../../content-model/schemas/figure-data.ts';
import { formatList, formatNumber } from '../../../lib/i18n/format.ts';
import { groupBy } from '../../../lib/text/format.ts';
import { canvasWidth, scaleLinear, drawText, drawWrapped, toTenth, type Chart } from './chart.ts';

/**
 * Bands of |r| by Cohen's convention (.10 small, .30 medium, .50 large): `word` names the text of its
 * everyday word, `from` is its lower bound.
 * Cohen, J. (1988). Statistical power analysis for the behavioral sciences (2nd ed.).
 */
export const bands = [
  { word: 'none', from: 0 },
  { word: 'small', from: 0.1 },
  { word: 'medium', from: 0.3 },
  { word: 'strong', from: 0.5 },
] as const;

/** Returns the band of a correlation by its absolute value, rounded to the two digits that are shown. */
export function strengthOf(r: number): (typeof bands)[number]['word'] {
  const size = Math.round(Math.abs(r) * 100) / 100;
  return bands.findLast(({ from }) => size >= from)?.word ?? 'none';
}

/**
 * Converts an effect to a correlation. A difference d or g becomes r = d / √(d² + 4), which is exact for
 * two groups of the same size; with unequal groups the true r is a little smaller.
 */
export function toCorrelation(metric: Effect['metric'], value: number): number {
  return metric === 'r' ? value : value / Math.sqrt(value ** 2 + 4);
}

/** Formats an effect as the field does: r without a leading zero, d and g with one. */
export function formatEffect(metric: Effect['metric'], value: number): string {
  return `${metric} = ${metric === 'r' ? formatCorrelation(value) : formatHundredths(value)}`;
}

/** Formats a correlation; without its leading zero where the decimal separator is a point. */
export function formatCorrelation(r: number): string {
  return formatHundredths(r).replace('0.', '.');
}

function formatHundredths(value: number): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return formatNumber(value, digits).replace('-', '−');
}

function correlationOf({ metric, value }: Effect): number {
  return toCorrelation(metric, value);
}

const leading = 18;
/** End of the scale of r; above the highest threshold, so that the empty band is visible. */
const maxR = 0.62;

const measures = {
  wide: { zeroX: 306, endX: 596, maxWidth: 290 },
  narrow: { zeroX: 4, endX: 336, maxWidth: 336 },
} as const;

/** How strong the links are: average effects from meta-analyses on one scale of r, by heading. */
export const evidence: Chart<Effect> = {
  columns: 'finding reported correlation word studies people note source'.split(' '),
  tabulate(rows, text) {
    const count = (value?: number) =>
      value === undefined ? text.line('notInRecord') : formatNumber(value);
    return rows.map(({ label, metric, value, k, n, note }) => {
      const r = toCorrelation(metric, value);
      const effect = [formatEffect(metric, value), formatCorrelation(r), text.line(strengthOf(r))];
      return [label, ...effect, count(k), count(n), note];
    });
  },

  describe(rows, text) {
    const stretches = bands.map(({ word: strength }) => {
      const count = rows.filter((row) => strengthOf(correlationOf(row)) === strength).length;
      const word = text.line(strength);
      return count === 0 ? text.line('noStretch', { word }) : text.line('stretch', { count, word });
    });
    const hasIntervals = rows.some(({ lower }) => lower !== undefined);
    return {
      findings: rows.length,
      groups: new Set(rows.map(({ group }) => group)).size,
      stretches: formatList(stretches),
      intervals: text.line(hasIntervals ? 'intervals' : 'noIntervals'),
    };
  },

  plot(rows, layout, text) {
    const { zeroX, endX, maxWidth } = measures[layout];
    const isWide = layout === 'wide';
    const scale = scaleLinear(maxR, zeroX, endX);
    const [, ...thresholds] = bands.map(({ from }) => toTenth(scale(from)));

    /** Draws the everyday word of each band above its middle. */
    const drawBandWords = (y: number) =>
      bands.flatMap(({ word, from }, at) => {
        const x = toTenth((scale(from) + scale(bands[at + 1]?.from ?? maxR)) / 2);
        return drawText(text.lines(word), { class: 'sb-mute', x, y, 'text-anchor': 'middle' });
      });

    /** Draws an effect as a dot on its line, over its 95% interval where the data have one. */
    const drawEffect = ({ metric, value, lower, upper }: Effect, y: number) => {
      const toX = (effect: number) => toTenth(scale(toCorrelation(metric, effect)));
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
    };

    let top = 0;
    const groups = [...groupBy(rows, ({ group }) => group)].map(([title, own]) => {
      const props = { class: 'sb-strong', x: 0, y: top + 20 };
      const heading = drawWrapped(title, canvasWidth[layout], props, leading);
      const wordsY = heading.end + 26;
      const start = wordsY + leading + 8;
      top = start + 6;
      const lines = own
        .sort((a, b) => correlationOf(b) - correlationOf(a))
        .map((row) => {
          const labelY = top + 16;
          const label = drawWrapped(row.label, maxWidth, { x: 0, y: labelY }, leading);
          const y = isWide ? (labelY + label.end) / 2 - 5 : label.end + 17;
          top = isWide ? label.end + 18 : y + 22;
          return { y, parts: [...label.lines, ...drawEffect(row, y)] };
        });
      // Rules at zero and at the thresholds; in the narrow layout they stop short of the labels.
      const stretches = isWide ? [`${start}V${top}`] : lines.map(({ y }) => `${y - 9}V${y + 9}`);
      const rules = stretches.flatMap((stretch) => [
        s('path.sb-soft', { d: `M${zeroX} ${stretch}` }),
        s('path.sb-soft.sb-dots', { d: thresholds.map((x) => `M${x} ${stretch}`).join('') }),
      ]);
      top += 34;
      const effects = lines.map(({ parts }) => parts);
      return s('g', [heading.lines, drawBandWords(wordsY), rules, ...effects]);
    });
    return { height: top - 26, parts: groups };
  },
};
