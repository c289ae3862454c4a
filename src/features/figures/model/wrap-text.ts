/** Size of plain words in a drawing, in SVG units; figures.css sets the same. */
export const textSize = 14.5;

/** Widths of letters in em, by kind; a little above those of Literata, so that an estimate never falls short. */
const widths: [kind: RegExp, em: number][] = [
  [/[ijlI.,:;'’‘|!()[\]ft/ ]/, 0.33],
  [/[mwMW@%—]/, 0.88],
  [/[A-Z]/, 0.68],
];

/** Bold letters are wider than plain ones by about this. */
export const boldness = 1.09;

/** Estimated width of a run of plain text in em. */
export function textWidth(text: string): number {
  const widthOf = (letter: string) => widths.find(([kind]) => kind.test(letter))?.[1] ?? 0.575;
  return [...text].reduce((width, letter) => width + widthOf(letter), 0);
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
