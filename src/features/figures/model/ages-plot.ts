import { s } from 'hastscript';
import type { AgeSpan } from '../../../content-model/schemas/figure-data.ts';
import { formatNumber } from '../../../lib/i18n/format.ts';
import { canvasWidth, drawBar, drawWrapped, toTenth, type Chart } from './chart.ts';
import { wrapText } from './wrap-text.ts';
import type { Layout, Words } from './words.ts';

/** Height of a bar in SVG units. */
const height = 12;
const maxAge = 216;

/** Labelled ages on the axis, in months. */
const ticks: Record<Layout, readonly number[]> = {
  wide: [0, 6, 12, 24, 36, 60, 84, 132, 168, 216],
  narrow: [0, 12, 36, 84, 132, 216],
};

/** Which behaviour is usual at which age; the axis is a square root, since most changes come early. */
export const ages: Chart<AgeSpan> = {
  columns: ['what', 'age', 'note', 'source'],
  tabulate: (spans, text) => spans.map((span) => [span.what, describeSpan(span, text), span.note]),
  describe: (spans, text) => ({
    spans: spans.map((span) => `${span.what}: ${describeSpan(span, text)}.`).join(' '),
  }),

  plot(spans, layout, text) {
    const width = canvasWidth[layout];
    const left = 4;
    const toX = (months: number) => toTenth(left + Math.sqrt(months / maxAge) * (width - 2 * left));
    let top = 30;
    const bars = spans.map(({ what, from, to, peak }) => {
      const [start, end] = [toX(from), toX(to)];
      // The label is above its bar: aligned with its start, or with its end where it would not fit.
      const fits = (maxWidth: number) => wrapText(what, maxWidth).length === 1;
      const fallback = fits(end) ? { x: end, anchor: 'end' } : { x: 0, anchor: 'start' };
      const { x, anchor } = fits(width - start) ? { x: start, anchor: 'start' } : fallback;
      const props = { x, y: top + 16, 'text-anchor': anchor, class: 'sb-halo' };
      const label = drawWrapped(what, width, props);
      const y = label.end + 8;
      top = y + height + 14;
      return s('g', [
        label.lines,
        drawBar({ x: start, y, width: toTenth(end - start), height }, 'sb-tint', 2),
        peak === undefined ? undefined : s('circle.sb-dot', { cx: toX(peak), cy: y + 6, r: 4 }),
      ]);
    });
    const axis = ticks[layout].flatMap((months, index, { length }) => {
      const x = toX(months);
      // The first and last labels are aligned inwards, so that they stay on the canvas.
      const anchor = index === 0 ? 'start' : index === length - 1 ? 'end' : 'middle';
      return [
        s('text.sb-mute', { x, y: 14, 'text-anchor': anchor }, formatAge(months, text)),
        s('path.sb-grid', { d: `M${x} 22V${top - 8}` }),
      ];
    });
    return { height: top, parts: [...axis, ...bars] };
  },
};

/** Formats an age for the axis: "birth", "6 m", "3 y". */
function formatAge(months: number, text: Words): string {
  if (months === 0) return text.line('birth');
  return months < 12
    ? text.line('months', { number: months })
    : text.line('years', { number: months / 12 });
}

/** Describes an age span in words: "from birth to 7 months", "from 7 to 12 years". */
export function describeSpan({ from, to }: Pick<AgeSpan, 'from' | 'to'>, text: Words): string {
  const unitOf = (months: number) => (months >= 24 && months % 12 === 0 ? 'year' : 'month');
  const count = (months: number) => (unitOf(months) === 'year' ? months / 12 : months);
  const format = (months: number) =>
    formatNumber(count(months), { style: 'unit', unit: unitOf(months), unitDisplay: 'long' });
  if (from === 0) return text.line('fromBirth', { to: format(to) });
  const start = unitOf(from) === unitOf(to) ? count(from) : format(from);
  return text.line('fromTo', { from: start, to: format(to) });
}
