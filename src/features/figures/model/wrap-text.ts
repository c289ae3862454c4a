/** Font size of plain text in a drawing, in SVG units; the same as in figures.css. */
export const textSize = 14.5;

/** Widths of characters in em, by kind; slightly wider than in Literata, so that no estimate is too small. */
const widths: [kind: RegExp, em: number][] = [
  [/[ijlI.,:;'’‘|!()[\]ft/ ]/, 0.33],
  [/[mwMW@%—]/, 0.88],
  [/[A-Z]/, 0.68],
];

/** Width of bold text relative to plain text, approximately. */
export const boldWidth = 1.09;

/** Estimates the width of plain text in em. */
export function textWidth(text: string): number {
  const widthOf = (char: string) => widths.find(([kind]) => kind.test(char))?.[1] ?? 0.575;
  return [...text].reduce((width, char) => width + widthOf(char), 0);
}

/**
 * Wraps text, which SVG cannot do, into the fewest lines that fit, of about equal length. A
 * no-break space keeps words together.
 * @param maxWidth width of a line, in the units of `size`
 * @param size font size
 */
export function wrapText(text: string, maxWidth: number, size = textSize): string[] {
  let lines = fillLines(text, maxWidth, size);
  for (let narrower = maxWidth - size / 2; narrower > 0; narrower -= size / 2) {
    const tried = fillLines(text, narrower, size);
    const fits = tried.every((line) => textWidth(line) * size <= narrower);
    if (tried.length > lines.length || !fits) break;
    lines = tried;
  }
  return lines;
}

function fillLines(text: string, maxWidth: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trimStart();
    if (lines.length > 0 && textWidth(longer) * size <= maxWidth) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
