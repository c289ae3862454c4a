import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { s, type Properties } from 'hastscript';
import { formatNumber } from '../../../lib/i18n/format.ts';
import type { MessageValues } from '../../../lib/i18n/message.ts';
import { boldness, textSize, wrapText } from './wrap-text.ts';
import type { FigureText, Layout } from './words.ts';

/** Width of each layout in SVG units; near one unit a CSS pixel where the layout is shown. */
export const canvasWidth: Record<Layout, number> = { wide: 600, narrow: 340 };

/** A figure drawn for one layout, or for both. */
export interface Drawing {
  layout: Layout | 'only';
  width: number;
  height: number;
  /** What is in its `<svg>`. */
  body: string;
}

/** A figure of data: how its rows are drawn, told and listed. */
export interface Chart<Row> {
  plot(rows: Row[], layout: Layout, text: FigureText): Drawing;
  /** Values for its description and its caption. */
  describe(rows: Row[], text: FigureText): MessageValues;
  /** The citation at {{work}} of the caption, after which a word of caution follows. */
  source?(rows: Row[]): { id: string; narrative?: boolean };
  /** Columns of its table, by their words; where the last is "source", it cites the work of each row. */
  columns?: string[];
  /** Cells of the table but for the sources. */
  list?(rows: Row[], text: FigureText): (string | number | undefined)[][];
}

/** A chart in a layout. */
export function toDrawing(layout: Layout, height: number, parts: Element[]): Drawing {
  return { layout, width: canvasWidth[layout], height, body: toSvg(parts) };
}

/** Writes parts of a drawing. */
export function toSvg(parts: Element[]): string {
  return toHtml(parts, { space: 'svg' });
}

/** Words of one line or more, since SVG does not break lines; nothing where there is no line. */
export function setLines(lines: readonly string[], look: Properties, leading = 18): Element[] {
  const [first, ...others] = lines;
  if (first === undefined) return [];
  const below = others.map((line) => s('tspan', { x: look['x'], dy: leading }, line));
  return [s('text', look, first, below)];
}

/** Text in lines that fit a room, and where the last of them stands. */
export function setWrapped(
  text: string,
  room: number,
  look: Properties & { y: number },
  leading = 19,
): { lines: Element[]; end: number } {
  const size = look['class'] === 'sb-strong' ? textSize * boldness : textSize;
  const lines = wrapText(text, room, size);
  return { lines: setLines(lines, look, leading), end: look.y + (lines.length - 1) * leading };
}

/** A bar's outline over its tint, which lies a little below, as in print; all in SVG units. */
export function setBar(
  bar: { x: number; y: number; width: number; height: number },
  tint: string,
  below: number,
  outline?: string,
): Element[] {
  return [
    s('rect', { class: tint, ...bar, y: bar.y + below }),
    s('rect', { class: outline, ...bar, rx: 1.5 }),
  ];
}

/** Rounds to a tenth of a unit, which keeps paths short and is finer than a screen shows. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A linear scale: the stretch from 0 to `most` of a quantity on the stretch `start` to `end` of a drawing. */
export function scaleLinear(most: number, start: number, end: number): (value: number) => number {
  return (value) => start + (value / most) * (end - start);
}

/** A share in the form of the language: "51.6%", "51,6 %". */
export function formatPercent(percent: number): string {
  return formatNumber(percent / 100, { style: 'percent', maximumFractionDigits: 1 });
}
