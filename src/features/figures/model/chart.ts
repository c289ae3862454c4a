import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { s, type Properties } from 'hastscript';
import { formatNumber } from '../../../lib/i18n/format.ts';
import type { MessageValues } from '../../../lib/i18n/message.ts';
import { boldWidth, textSize, wrapText } from './wrap-text.ts';
import type { FigureText, Layout } from './words.ts';

/** Width of each layout in SVG units; one unit is about one CSS pixel where the layout is shown. */
export const canvasWidth: Record<Layout, number> = { wide: 600, narrow: 340 };

/** A figure drawn for one layout, or for both. */
export interface Drawing {
  layout: Layout | 'only';
  width: number;
  height: number;
  /** Markup inside its `<svg>`. */
  body: string;
}

/** A chart of data: how its rows are drawn, described and tabulated. */
export interface Chart<Row> {
  plot(rows: Row[], layout: Layout, text: FigureText): { height: number; parts: Element[] };
  /** Placeholder values of its description and caption. */
  describe(rows: Row[], text: FigureText): MessageValues;
  /** The citation at {{work}} of the caption; a caution follows the caption. */
  source?(rows: Row[]): { id: string; narrative?: boolean };
  /** Names of the texts that head its table's columns; a last column "source" cites the work of each row. */
  columns?: string[];
  /** Table cells of each row, without the source. */
  tabulate?(rows: Row[], text: FigureText): (string | number | undefined)[][];
}

/** Draws a chart in one layout. */
export function drawChart<Row>(
  chart: Chart<Row>,
  rows: Row[],
  layout: Layout,
  text: FigureText,
): Drawing {
  const { height, parts } = chart.plot(rows, layout, text);
  return { layout, width: canvasWidth[layout], height, body: toSvg(parts) };
}

/** Serialises elements as SVG markup. */
export function toSvg(parts: Element[]): string {
  return toHtml(parts, { space: 'svg' });
}

/** Draws lines of text, since SVG does not wrap; no element where there is no line. */
export function drawText(lines: readonly string[], props: Properties, leading = 18): Element[] {
  const [first, ...others] = lines;
  if (first === undefined) return [];
  const spans = others.map((line) => s('tspan', { x: props['x'], dy: leading }, line));
  return [s('text', props, first, spans)];
}

/** Draws text wrapped to a width; `end` is the baseline of its last line. */
export function drawWrapped(
  text: string,
  maxWidth: number,
  props: Properties & { y: number },
  leading = 19,
): { lines: Element[]; end: number } {
  const size = props['class'] === 'sb-strong' ? textSize * boldWidth : textSize;
  const lines = wrapText(text, maxWidth, size);
  return { lines: drawText(lines, props, leading), end: props.y + (lines.length - 1) * leading };
}

/** Draws a bar's outline over its tint, which is `offset` lower, as in a two-colour print; in SVG units. */
export function drawBar(
  bar: { x: number; y: number; width: number; height: number },
  tint: string,
  offset: number,
  outline?: string,
): Element[] {
  return [
    s('rect', { class: tint, ...bar, y: bar.y + offset }),
    s('rect', { class: outline, ...bar, rx: 1.5 }),
  ];
}

/** Rounds to a tenth of a unit: shorter paths, and finer than a screen shows. */
export function toTenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Returns a linear scale from the values 0 to `max` to the positions `start` to `end`. */
export function scaleLinear(max: number, start: number, end: number): (value: number) => number {
  return (value) => start + (value / max) * (end - start);
}

/** Formats a percentage for the language: "51.6%", "51,6 %". */
export function formatPercent(percent: number): string {
  return formatNumber(percent / 100, { style: 'percent', maximumFractionDigits: 1 });
}
