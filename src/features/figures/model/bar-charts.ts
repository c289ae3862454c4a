import type { Element } from 'hast';
import { s } from 'hastscript';
import type {
  AgeSpan,
  CultureRow,
  Prevalence,
} from '../../../content-model/schemas/figure-data.ts';
import { formatNumber } from '../../../lib/i18n/format.ts';
import type { MessageValues } from '../../../lib/i18n/message.ts';
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

/** Distance between lines of words above or beside a bar. */
const leading = 19;

/** A bar in SVG units. */
interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A bar's outline over its tint, which lies a little below, as in print. */
function setBar(bar: Bar, tint: string, below: number, outline?: string): Element[] {
  return [
    s('rect', { class: tint, ...bar, y: bar.y + below }),
    s('rect', { class: outline, ...bar, rx: 1.5 }),
  ];
}

/** Height of its bars. */
const ageBar = 12;
const oldest = 216;

/** Ages on the axis, in months. */
const ticks: Record<Layout, readonly number[]> = {
  wide: [0, 6, 12, 24, 36, 60, 84, 132, 168, 216],
  narrow: [0, 12, 36, 84, 132, 216],
};

/**
 * Draws the chart of ages. The axis goes by the square root of the age, since as much changes in
 * the first three years as in the fifteen after them.
 */
export function plotAges(spans: readonly AgeSpan[], layout: Layout, text: Words): Drawing {
  const width = canvasWidth[layout];
  const left = 4;
  const at = (months: number) => tenth(left + Math.sqrt(months / oldest) * (width - 2 * left));
  let top = 30;
  const bars = spans.map(({ what, from, to, peak }) => {
    const lines = wrapText(what, width);
    const [start, end] = [at(from), at(to)];
    const wordsY = top + 16;
    const y = wordsY + (lines.length - 1) * leading + 8;
    top = y + ageBar + 14;
    // Words are above their bar: aligned with its start, or with its end where they would not fit.
    const fits = (room: number) => wrapText(what, room).length === 1;
    const beside = fits(end) ? { x: end, anchor: 'end' } : { x: 0, anchor: 'start' };
    const { x, anchor } = fits(width - start) ? { x: start, anchor: 'start' } : beside;
    return s('g', [
      setLines(lines, { x, y: wordsY, 'text-anchor': anchor, class: 'sb-halo' }, leading),
      setBar({ x: start, y, width: tenth(end - start), height: ageBar }, 'sb-tint', 2),
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
}

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

/** The chart in sentences, for readers who cannot see it. */
export function describeAges(spans: readonly AgeSpan[], text: Words): string {
  return spans.map((span) => `${span.what}: ${describeSpan(span, text)}.`).join(' ');
}

/** The three classes of the older coding, in the order of the columns, with the most a column must hold. */
const classes = [
  { key: 'secure', field: 'secure_B_pct', most: 80, before: 0, tint: 'sb-tint' },
  { key: 'avoidant', field: 'avoidant_A_pct', most: 40, before: 80, tint: 'sb-tint-2' },
  { key: 'resistant', field: 'resistant_C_pct', most: 30, before: 120, tint: 'sb-paper sb-plain' },
] as const;

const cultureSizes = {
  wide: { left: 230, top: 30, step: 50, barDrop: -15, gap: 44, dotX: 122, height: 20 },
  narrow: { left: 0, top: 30, step: 62, barDrop: 10, gap: 40, dotX: 124, height: 16 },
} as const;

/**
 * Draws the culture chart: every class on one scale of percent, countries by number of infants, the row
 * of all countries last. A country has a dot for each sample and a bar for each class.
 */
export function plotCulture(rows: CultureRow[], layout: Layout, words: Words): Drawing {
  const sum = findSum(rows);
  const { left, top, step, barDrop, gap, dotX, height } = cultureSizes[layout];
  const width = canvasWidth[layout];
  const all = classes.reduce((total, { most }) => total + most, 0);
  const scale = scaleLinear(all, 0, width - left - classes.length * gap);
  const columns = classes.map((one, at) => ({
    ...one,
    x: tenth(left + at * gap + scale(one.before)),
  }));
  const lines = sortCulture(rows).map((row, at) => {
    const isSum = row === sum;
    const y = top + at * step + (isSum ? 14 : 0) + 24;
    const dots = Array.from({ length: isSum ? 0 : row.samples }, (_, nth) => dotX + nth * 5.4);
    const counts = { samples: row.samples, infants: formatNumber(row.infants) };
    const bars = columns.flatMap(({ x, field, tint }) => {
      const barWidth = tenth(scale(row[field]));
      const end = { x: x + barWidth + 6, y: y + barDrop + height / 2 + 5 };
      return [
        ...setBar({ x, y: y + barDrop, width: barWidth, height }, tint, 3),
        s('text', end, row[field]),
      ];
    });
    return s('g', [
      s('text.sb-strong', { x: 0, y }, row.country),
      s('path.sb-sample', { d: dots.map((x) => `M${x} ${y - 5}h0`).join('') }),
      s(
        'text.sb-mute',
        layout === 'wide' ? { x: 0, y: y + 18 } : { x: width, y, 'text-anchor': 'end' },
        words.line(isSum ? 'samplesOf' : 'infantsOf', counts),
      ),
      bars,
    ]);
  });
  // Where the sums are set off from the countries.
  const ruleY = top + (lines.length - 1) * step + 8;
  return toDrawing(layout, top + lines.length * step + 14, [
    ...columns.map(({ key, x }) => s('text.sb-strong', { x, y: 16 }, words.line(key))),
    s('path.sb-soft', { d: `M0 ${ruleY}H${width}` }),
    ...lines,
  ]);
}

/** The rows in the order of the chart: by number of infants, the sum of the others last. */
export function sortCulture(rows: CultureRow[]): CultureRow[] {
  const sum = findSum(rows);
  return [...rows].sort((a, b) => Number(a === sum) - Number(b === sum) || b.infants - a.infants);
}

/** The last row of the file where it sums up the others. */
function findSum(rows: CultureRow[]): CultureRow | undefined {
  const last = rows.at(-1);
  const others = rows.slice(0, -1).reduce((sum, { samples }) => sum + samples, 0);
  return rows.length > 2 && last?.samples === others ? last : undefined;
}

/** Values for the description and the caution of the culture chart. */
export function describeCulture(rows: CultureRow[], words: Words): MessageValues {
  const sum = findSum(rows);
  const countries = rows.filter((row) => row !== sum);
  const highest = (key: 'samples' | (`${string}_pct` & keyof CultureRow)) =>
    countries.reduce((best, row) => (row[key] >= best[key] ? row : best));
  const lowest = countries.reduce((a, b) => (b.secure_B_pct < a.secure_B_pct ? b : a));
  const first = countries.filter(
    (row) => row.secure_B_pct > Math.max(row.avoidant_A_pct, row.resistant_C_pct),
  );
  return {
    countries: countries.length,
    where:
      first.length === countries.length
        ? words.line('everyCountry')
        : words.line('countries', { count: first.length }),
    lowestSecure: lowest.secure_B_pct,
    lowestSecureIn: lowest.country,
    highestSecure: highest('secure_B_pct').secure_B_pct,
    highestSecureIn: highest('secure_B_pct').country,
    avoidant: highest('avoidant_A_pct').avoidant_A_pct,
    avoidantIn: highest('avoidant_A_pct').country,
    resistant: highest('resistant_C_pct').resistant_C_pct,
    resistantIn: highest('resistant_C_pct').country,
    most: highest('samples').samples,
    mostIn: highest('samples').country,
    samples: countries.reduce((total, { samples }) => total + samples, 0),
    thin: countries.filter(({ samples }) => samples <= 2).length,
    smallest: Math.min(...countries.map(({ infants }) => infants)),
  };
}

const prevalenceBar = 22;

const prevalenceSizes = {
  wide: { barX: 244, barWidth: 354, room: 226, gap: 26 },
  narrow: { barX: 2, barWidth: 336, room: 336, gap: 30 },
} as const;

/** Draws the prevalence chart on one scale from 0 to 100 in 100, rows in the order given. */
export function plotPrevalence(rows: Prevalence[], layout: Layout, text: Words): Drawing {
  const { barX, barWidth, room, gap } = prevalenceSizes[layout];
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
    const restY = barY + prevalenceBar + 18;
    top = Math.max(lastY, restY + (rest.length - 1) * leading) + gap;
    return s('g', [
      setLines(title, { class: 'sb-strong', x: 0, y: titleY }, leading),
      setLines(how, { class: 'sb-mute', x: 0, y: howY }, leading),
      setParts(row, barY, scale),
      s('text.sb-strong', { x: barX + 8, y: barY + 16 }, formatPercent(row.secure)),
      s('path.sb-soft', { d: `M${halfX} ${barY - 5}v${prevalenceBar + 10}` }),
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
    return percent > 0 ? setBar({ x, y, width, height: prevalenceBar }, tint, 3, outline) : [];
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
