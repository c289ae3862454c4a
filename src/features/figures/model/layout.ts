/** The two ways a figure is set: beside a wide column of text, or on a telephone. */
export const layouts = ['wide', 'narrow'] as const;

export type Layout = (typeof layouts)[number];

/** Width of each layout in SVG units; near one unit a CSS pixel where the layout is shown. */
export const canvasWidth: Record<Layout, number> = { wide: 600, narrow: 340 };

/** Size of plain words in a drawing, in SVG units; figures.css sets the same. */
export const textSize = 14.5;

/** A point in SVG units. */
export interface Point {
  x: number;
  y: number;
}

/** Rounds to a tenth of a unit, which keeps paths short and is finer than a screen shows. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A linear scale: the stretch `from` of a quantity on the stretch `to` of a drawing. */
export function scaleLinear(
  [from, until]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  return (value) => {
    const part = (value - from) / (until - from);
    return start * (1 - part) + end * part;
  };
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
export function wrapText(text: string, room: number, size: number): string[] {
  const lines = fillLines(text, room, size);
  for (let narrower = room - size / 2; narrower > 0; narrower -= size / 2) {
    const tried = fillLines(text, narrower, size);
    const fits = tried.every((line) => textWidth(line) * size <= narrower);
    if (tried.length > lines.length || !fits) break;
    lines.splice(0, lines.length, ...tried);
  }
  return lines;
}

function fillLines(text: string, room: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer) * size <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
