import { s } from 'hastscript';
import type { Prevalence } from '../../../content-model/schemas/figure-data.ts';
import { formatNumber } from '../../../lib/i18n/format.ts';
import {
  boldness,
  scaleLinear,
  setBar,
  setLines,
  tenth,
  textSize,
  toDrawing,
  wrapText,
  type Drawing,
  type Layout,
} from './layout.ts';
import type { Words } from './words.ts';

const leading = 19;
const barHeight = 22;

const measures = {
  wide: { barX: 244, barWidth: 354, room: 226, gap: 26 },
  narrow: { barX: 2, barWidth: 336, room: 336, gap: 30 },
} as const;

/** Draws the prevalence chart on one scale from 0 to 100 in 100, rows in the order given. */
export function plotPrevalence(rows: Prevalence[], layout: Layout, text: Words): Drawing {
  const { barX, barWidth, room, gap } = measures[layout];
  const scale = scaleLinear(100, barX, barX + barWidth);
  const halfX = tenth(scale(50));
  let top = 26;
  const lines = rows.map((row) => {
    const title = wrapText(row.label, room, textSize * boldness);
    const how = wrapText(row.how, room);
    const rest = wrapText(formatRest(row, text), barWidth);
    const titleY = top + 16;
    const howY = titleY + title.length * leading;
    const lastY = howY + (how.length - 1) * leading;
    const barY = layout === 'wide' ? top + 2 : lastY + 9;
    const restY = barY + barHeight + 18;
    top = Math.max(lastY, restY + (rest.length - 1) * leading) + gap;
    return s('g', [
      setLines(title, { class: 'sb-strong', x: 0, y: titleY }, leading),
      setLines(how, { class: 'sb-mute', x: 0, y: howY }, leading),
      setParts(row, barY, scale),
      s('text.sb-strong', { x: barX + 8, y: barY + 16 }, formatPercent(row.secure)),
      s('path.sb-soft', { d: `M${halfX} ${barY - 5}v${barHeight + 10}` }),
      setLines(rest, { class: 'sb-mute', x: barX, y: restY }, leading),
    ]);
  });
  // Where half the people are reached.
  const half = { class: 'sb-mute', x: halfX, y: 14, 'text-anchor': 'middle' };
  return toDrawing(layout, top - gap + 8, [...setLines(text.lines('half'), half), ...lines]);
}

/** A share in the form of the language: "51.6%", "51,6 %". */
export function formatPercent(percent: number): string {
  return formatNumber(percent / 100, { style: 'percent', maximumFractionDigits: 1 });
}

/** Text on the share not classed secure. */
export function formatRest({ others, secure }: Prevalence, text: Words): string {
  if (others.length === 0) return text.line('rest', { others: text.line('notGiven') });
  const named = others.map(({ name, percent }) => `${name}\u00a0${formatPercent(percent)}`);
  const left = unstated({ others, secure });
  const more = left > 0 ? [text.line('notStated', { percent: formatPercent(left) })] : [];
  return text.line('rest', { others: [...named, ...more].join(', ') });
}

/** Percent that a row leaves unaccounted for: none up to one, which rounding alone leaves. */
function unstated({ others, secure }: Pick<Prevalence, 'others' | 'secure'>): number {
  const left = tenth(100 - secure - others.reduce((sum, { percent }) => sum + percent, 0));
  return left > 1 ? left : 0;
}

/** The stretches of a bar: secure, the other classes, and what the work does not state. */
function setParts(row: Prevalence, y: number, scale: (value: number) => number) {
  const stretches = [
    { tint: 'sb-tint', percent: row.secure },
    ...row.others.map(({ percent }) => ({ tint: 'sb-tint-2', percent })),
    { tint: 'sb-paper sb-plain', percent: unstated(row), outline: 'sb-dashes' },
  ];
  let from = 0;
  return stretches.flatMap(({ tint, percent, outline }) => {
    const x = tenth(scale(from));
    from += percent;
    const width = tenth(scale(from) - x);
    return percent > 0 ? setBar({ x, y, width, height: barHeight }, tint, 3, outline) : [];
  });
}

/** Values for the description of the prevalence chart. */
export function describePrevalence(rows: Prevalence[], text: Words) {
  const shares = rows.map(({ secure }) => secure);
  return {
    answers: rows.length,
    lowest: formatNumber(Math.min(...shares)),
    highest: formatNumber(Math.max(...shares)),
    list: rows
      .map(({ label, secure }) => text.line('answer', { label, secure: formatNumber(secure) }))
      .join(' '),
  };
}
