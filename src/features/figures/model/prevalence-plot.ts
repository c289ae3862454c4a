import { s } from 'hastscript';
import type { Prevalence } from '../../../content-model/schemas/figure-data.ts';
import { formatNumber } from '../../../lib/i18n/format.ts';
import {
  formatPercent,
  scaleLinear,
  drawBar,
  drawText,
  drawWrapped,
  toTenth,
  type Chart,
} from './chart.ts';
import type { Words } from './words.ts';

/** Height of a bar in SVG units. */
const height = 22;

const sizes = {
  wide: { barX: 244, barWidth: 354, maxWidth: 226, gap: 26 },
  narrow: { barX: 2, barWidth: 336, maxWidth: 336, gap: 30 },
} as const;

/** Several honest answers to "how many people are secure?" as bars of 100%, in the order of the data. */
export const prevalence: Chart<Prevalence> = {
  columns: ['who', 'how', 'number', 'secure', 'others', 'note', 'source'],
  tabulate: (rows, text) =>
    rows.map(({ who, how, n, secure, others, note }) => {
      const number = n === undefined ? text.line('notGiven') : formatNumber(n);
      const named = others.map(({ name, percent }) => `${name} ${formatPercent(percent)}`);
      const rest = named.join(', ') || text.line('notGiven');
      return [who, how, number, formatPercent(secure), rest, note];
    }),

  describe(rows, text) {
    const shares = rows.map(({ secure }) => secure);
    return {
      answers: rows.length,
      lowest: formatNumber(Math.min(...shares)),
      highest: formatNumber(Math.max(...shares)),
      list: rows
        .map(({ label, secure }) => text.line('answer', { label, secure: formatNumber(secure) }))
        .join(' '),
    };
  },

  plot(rows, layout, text) {
    const { barX, barWidth, maxWidth, gap } = sizes[layout];
    const scale = scaleLinear(100, barX, barX + barWidth);
    const halfX = toTenth(scale(50));
    let top = 26;
    const lines = rows.map((row) => {
      const title = drawWrapped(row.label, maxWidth, { class: 'sb-strong', x: 0, y: top + 16 });
      const how = drawWrapped(row.how, maxWidth, { class: 'sb-mute', x: 0, y: title.end + 19 });
      const y = layout === 'wide' ? top + 2 : how.end + 9;
      const below = { class: 'sb-mute', x: barX, y: y + height + 18 };
      const rest = drawWrapped(formatRest(row, text), barWidth, below);
      top = Math.max(how.end, rest.end) + gap;
      return s('g', [
        title.lines,
        how.lines,
        drawBarParts(row, y, scale),
        s('text.sb-strong', { x: barX + 8, y: y + 16 }, formatPercent(row.secure)),
        s('path.sb-soft', { d: `M${halfX} ${y - 5}v${height + 10}` }),
        rest.lines,
      ]);
    });
    // The label of the line at 50%.
    const half = { class: 'sb-mute', x: halfX, y: 14, 'text-anchor': 'middle' };
    return { height: top - gap + 8, parts: [...drawText(text.lines('half'), half), ...lines] };
  },
};

/** Describes the percentages that are not classed secure. */
export function formatRest({ others, secure }: Prevalence, text: Words): string {
  if (others.length === 0) return text.line('rest', { others: text.line('notGiven') });
  const named = others.map(({ name, percent }) => `${name}\u00a0${formatPercent(percent)}`);
  const left = unstated({ others, secure });
  const more = left > 0 ? [text.line('notStated', { percent: formatPercent(left) })] : [];
  return text.line('rest', { others: [...named, ...more].join(', ') });
}

/** Returns the percentage that a row does not account for; 0 up to one percent, which may be rounding. */
function unstated({ others, secure }: Pick<Prevalence, 'others' | 'secure'>): number {
  const left = toTenth(100 - secure - others.reduce((sum, { percent }) => sum + percent, 0));
  return left > 1 ? left : 0;
}

/** Draws the segments of a bar: secure, the other classes, and the unstated rest. */
function drawBarParts(row: Prevalence, y: number, scale: (value: number) => number) {
  const segments = [
    { tint: 'sb-tint', percent: row.secure },
    ...row.others.map(({ percent }) => ({ tint: 'sb-tint-2', percent })),
    { tint: 'sb-paper sb-plain', percent: unstated(row), outline: 'sb-dashes' },
  ];
  let from = 0;
  return segments.flatMap(({ tint, percent, outline }) => {
    const x = toTenth(scale(from));
    from += percent;
    const width = toTenth(scale(from) - x);
    return percent > 0 ? drawBar({ x, y, width, height }, tint, 3, outline) : [];
  });
}
