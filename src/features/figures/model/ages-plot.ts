import { s } from 'hastscript';
import type { AgeSpan } from '../../../content-model/schemas/figure-data.ts';
import { formatNumber } from '../../../lib/i18n/format.ts';
import { canvasWidth, setBar, setWrapped, tenth, toDrawing, type Chart } from './chart.ts';
import { wrapText } from './wrap-text.ts';
import type { Layout, Words } from './words.ts';

/** Height of the bars. */
const height = 12;
const oldest = 216;

/** Ages on the axis, in months. */
const ticks: Record<Layout, readonly number[]> = {
  wide: [0, 6, 12, 24, 36, 60, 84, 132, 168, 216],
  narrow: [0, 12, 36, 84, 132, 216],
};

/**
 * What is usual at which age, from birth to 18. The axis goes by the square root of the age, since as
 * much changes in the first three years as in the fifteen after them.
 */
export const ages: Chart<AgeSpan> = {
  columns: ['what', 'age', 'note', 'source'],
  list: (spans, text) => spans.map((span) => [span.what, describeSpan(span, text), span.note]),
  describe: (spans, text) => ({
    spans: spans.map((span) => `${span.what}: ${describeSpan(span, text)}.`).join(' '),
  }),

  plot(spans, layout, text) {
    const width = canvasWidth[layout];
    const left = 4;
    const at = (months: number) => tenth(left + Math.sqrt(months / oldest) * (width - 2 * left));
    let top = 30;
    const bars = spans.map(({ what, from, to, peak }) => {
      const [start, end] = [at(from), at(to)];
      // Words are above their bar: aligned with its start, or with its end where they would not fit.
      const fits = (room: number) => wrapText(what, room).length === 1;
      const beside = fits(end) ? { x: end, anchor: 'end' } : { x: 0, anchor: 'start' };
      const { x, anchor } = fits(width - start) ? { x: start, anchor: 'start' } : beside;
      const look = { x, y: top + 16, 'text-anchor': anchor, class: 'sb-halo' };
      const words = setWrapped(what, width, look);
      const y = words.end + 8;
      top = y + height + 14;
      return s('g', [
        words.lines,
        setBar({ x: start, y, width: tenth(end - start), height }, 'sb-tint', 2),
        peak === undefined ? undefined : s('circle.sb-dot', { cx: at(peak), cy: y + 6, r: 4 }),
      ]);
    });
    const axis = ticks[layout].flatMap((months, index, { length }) => {
      // The words at either end of the axis lie within it.
      const anchor = index === 0 ? 'start' : index === length - 1 ? 'end' : 'middle';
      return [
        s('text.sb-mute', { x: at(months), y: 14, 'text-anchor': anchor }, formatAge(months, text)),
        s('path.sb-grid', { d: `M${String(at(months))} 22V${top - 8}` }),
      ];
    });
    return toDrawing(layout, top, [...axis, ...bars]);
  },
};

/** An age as the axis gives it: "birth", "6 m", "3 y". */
function formatAge(months: number, text: Words): string {
  if (months === 0) return text.line('birth');
  return months < 12
    ? text.line('months', { number: months })
    : text.line('years', { number: months / 12 });
}

/** A stretch of ages in words: "from birth to 7 months", "from 7 to 12 years". */
export function describeSpan({ from, to }: Pick<AgeSpan, 'from' | 'to'>, text: Words): string {
  const unitOf = (months: number) => (months >= 24 && months % 12 === 0 ? 'year' : 'month');
  const count = (months: number) => (unitOf(months) === 'year' ? months / 12 : months);
  const format = (months: number) =>
    formatNumber(count(months), { style: 'unit', unit: unitOf(months), unitDisplay: 'long' });
  if (from === 0) return text.line('fromBirth', { to: format(to) });
  const start = unitOf(from) === unitOf(to) ? count(from) : format(from);
  return text.line('fromTo', { from: start, to: format(to) });
}
