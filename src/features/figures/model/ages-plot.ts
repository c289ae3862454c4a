import type { AgeSpan } from '../../../content-model/schemas/figure-data.ts';
import { formatNumber } from '../../../lib/i18n/format.ts';
import { canvasWidth, tenth, textSize, wrapText, type Layout } from './layout.ts';
import type { FigureText } from './words.ts';

type AgesText = FigureText<'birth' | 'months' | 'years' | 'fromBirth' | 'fromTo'>;

const leading = 19;
const barHeight = 12;
const oldest = 216;

/** Ages on the axis, in months. */
const ticks: Record<Layout, readonly number[]> = {
  wide: [0, 6, 12, 24, 36, 60, 84, 132, 168, 216],
  narrow: [0, 12, 36, 84, 132, 216],
};

/**
 * Lays the chart of ages out. The axis goes by the square root of the age, since as much changes in
 * the first three years as in the fifteen after them.
 */
export function plotAges(spans: readonly AgeSpan[], layout: Layout, text: AgesText) {
  const width = canvasWidth[layout];
  const left = 4;
  const at = (months: number) => tenth(left + Math.sqrt(months / oldest) * (width - 2 * left));
  let top = 30;
  const lines = spans.map(({ what, from, to, peak }) => {
    const wrapped = wrapText(what, width, textSize);
    const y = top + 16;
    const barY = y + (wrapped.length - 1) * leading + 8;
    top = barY + barHeight + 14;
    // Words are above their bar: aligned with its start, or with its end where they would not fit.
    const startsAtBar = wrapText(what, width - at(from), textSize).length === 1;
    const endsAtBar = wrapText(what, at(to), textSize).length === 1;
    return {
      words: {
        x: startsAtBar ? at(from) : endsAtBar ? at(to) : 0,
        y,
        lines: wrapped,
        anchor: !startsAtBar && endsAtBar ? ('end' as const) : ('start' as const),
      },
      bar: { x: at(from), y: barY, width: tenth(at(to) - at(from)) },
      // Spans may have a peak, which is marked.
      peakX: peak === undefined ? undefined : at(peak),
    };
  });
  return {
    width,
    height: top,
    barHeight,
    ticks: ticks[layout].map((months, index, all) => ({
      x: at(months),
      label: formatAge(months, text),
      anchor: anchorAt(index, all.length - 1),
    })),
    // The lines that lead down from the ticks.
    grid: { top: 22, bottom: top - 8 },
    lines,
  };
}

/** The words at either end of the axis lie within it. */
function anchorAt(index: number, last: number): 'start' | 'middle' | 'end' {
  if (index === 0) return 'start';
  return index === last ? 'end' : 'middle';
}

/** An age as the axis gives it: "birth", "6 m", "3 y". */
function formatAge(months: number, text: AgesText): string {
  if (months === 0) return text.line('birth');
  return months < 12
    ? text.line('months', { number: months })
    : text.line('years', { number: months / 12 });
}

/** A stretch of ages in words: "from birth to 7 months", "from 7 to 12 years". */
export function describeSpan({ from, to }: Pick<AgeSpan, 'from' | 'to'>, text: AgesText): string {
  const inYears = (months: number) => months >= 24 && months % 12 === 0;
  const format = (months: number) =>
    formatNumber(inYears(months) ? months / 12 : months, {
      style: 'unit',
      unit: inYears(months) ? 'year' : 'month',
      unitDisplay: 'long',
    });
  if (from === 0) return text.line('fromBirth', { to: format(to) });
  const sameUnit = inYears(from) === inYears(to);
  const start = inYears(from) ? from / 12 : from;
  return text.line('fromTo', { from: sameUnit ? start : format(from), to: format(to) });
}

/** The chart in sentences, for readers who cannot see it. */
export function describeAges(spans: readonly AgeSpan[], text: AgesText): string {
  return spans.map((span) => `${span.what}: ${describeSpan(span, text)}.`).join(' ');
}
