import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { s, type Properties } from 'hastscript';

/** The two ways a figure is set: beside a wide column of text, or on a telephone. */
export const layouts = ['wide', 'narrow'] as const;

export type Layout = (typeof layouts)[number];

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

/** Size of plain words in a drawing, in SVG units; figures.css sets the same. */
export const textSize = 14.5;

/** Rounds to a tenth of a unit, which keeps paths short and is finer than a screen shows. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A linear scale: the stretch from 0 to `most` of a quantity on the stretch `start` to `end` of a drawing. */
export function scaleLinear(most: number, start: number, end: number): (value: number) => number {
  return (value) => start + (value / most) * (end - start);
}

/** Kinds of letters; their widths in em are a little above those of Literata, so that an estimate never falls short. */
const narrow = /[ijlI.,:;'’‘|!()[\]ft/ ]/;
const broad = /[mwMW@%—]/;
const capital = /[A-Z]/;

/** Bold letters are wider than plain ones by about this. */
export const boldness = 1.09;

/** Estimated width of a run of plain text in em. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (narrow.test(letter)) width += 0.33;
    else if (broad.test(letter)) width += 0.88;
    else if (capital.test(letter)) width += 0.68;
    else width += 0.575;
  }
  return width;
}

/**
 * Breaks text into lines that fit, as few as can be and about equally long, since SVG text does not
 * wrap. A no-break space holds words together.
 * @param room width of a line, in the units of `size`
 * @param size font size
 */
export function wrapText(text: string, room: number, size = textSize): string[] {
  let lines = fillLines(text, room, size);
  for (let narrower = room - size / 2; narrower > 0; narrower -= size / 2) {
    const tried = fillLines(text, narrower, size);
    const fits = tried.every((line) => textWidth(line) * size <= narrower);
    if (tried.length > lines.length || !fits) break;
    lines = tried;
  }
  return lines;
}

function fillLines(text: string, room: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trimStart();
    if (lines.length > 0 && textWidth(longer) * size <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
