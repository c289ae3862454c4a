import type { Prevalence } from '../../../content-model/schemas/figure-data.ts';
import { formatNumber } from '../../../lib/i18n/format.ts';
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

type RestWords = Words<'rest' | 'notGiven' | 'notStated'>;

const leading = 19;

const measures = {
  wide: { barX: 244, barWidth: 354, words: 226, gap: 26 },
  narrow: { barX: 2, barWidth: 336, words: 336, gap: 30 },
} as const;

/** Lays the prevalence chart out on one scale from 0 to 100 in 100, rows in the order given. */
export function plotPrevalence(rows: Prevalence[], layout: Layout, text: RestWords) {
  const { barX, barWidth, words, gap } = measures[layout];
  const scale = scaleLinear([0, 100], [barX, barX + barWidth]);
  const barHeight = 22;
  let top = 26;
  const lines = rows.map((row) => {
    const title = wrapText(row.label, words, textSize * boldness);
    const how = wrapText(row.how, words, textSize);
    const rest = wrapText(formatRest(row, text), barWidth, textSize);
    const titleY = top + 16;
    const howY = titleY + title.length * leading;
    const barY = layout === 'wide' ? top + 2 : howY + (how.length - 1) * leading + 9;
    const restY = barY + barHeight + 18;
    const end = Math.max(howY + (how.length - 1) * leading, restY + (rest.length - 1) * leading);
    top = end + gap;
    return {
      label: row.label,
      secure: formatPercent(row.secure),
      title: { x: 0, y: titleY, lines: title },
      how: { x: 0, y: howY, lines: how },
      bar: { y: barY, parts: toParts(row, scale) },
      rest: { x: barX, y: restY, lines: rest },
    };
  });
  return {
    width: canvasWidth[layout],
    height: top - gap + 8,
    barHeight,
    barX,
    lines,
    // Where half the people are reached.
    halfX: tenth(scale(50)),
  };
}

/** A share in the form of the language: "51.6%", "51,6 %". */
export function formatPercent(percent: number): string {
  return formatNumber(percent / 100, { style: 'percent', maximumFractionDigits: 1 });
}

/** Text on the share not classed secure. */
export function formatRest({ others, secure }: Prevalence, text: RestWords): string {
  if (others.length === 0) return text.line('rest', { others: text.line('notGiven') });
  const named = others.map(({ name, percent }) => `${name}\u00a0${formatPercent(percent)}`);
  const left = unstated({ others, secure });
  const more = left > 1 ? [text.line('notStated', { percent: formatPercent(left) })] : [];
  return text.line('rest', { others: [...named, ...more].join(', ') });
}

/** Percent that a row leaves unaccounted for; rounding alone leaves up to one. */
function unstated({ others, secure }: Pick<Prevalence, 'others' | 'secure'>): number {
  return tenth(100 - secure - others.reduce((sum, { percent }) => sum + percent, 0));
}

/** The stretches of a bar: secure, the other classes, and what the work does not state. */
function toParts(row: Prevalence, scale: (value: number) => number) {
  const stated = [
    { kind: 'secure' as const, name: 'secure', percent: row.secure },
    ...row.others.map((other) => ({ kind: 'other' as const, ...other })),
  ];
  const left = unstated(row);
  const all =
    left > 1
      ? [...stated, { kind: 'unstated' as const, name: 'not stated', percent: left }]
      : stated;
  let from = 0;
  return all.map((part) => {
    const x = tenth(scale(from));
    from += part.percent;
    return { ...part, x, width: tenth(scale(from) - x) };
  });
}

/** Values for the description of the prevalence chart. */
export function describePrevalence(rows: Prevalence[], text: Words<'answer'>) {
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
