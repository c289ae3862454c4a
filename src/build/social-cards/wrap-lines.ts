/**
 * Breaks a text into lines that fit a width, by a rough measure of each letter: an SVG has no line
 * breaking of its own. The measure errs on the wide side.
 * @param size type size, in the unit of `width`.
 */
export function wrapLines(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || measure(longer) * size <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** Width in ems. */
function measure(text: string): number {
  return [...text].reduce((sum, letter) => sum + widthOf(letter), 0);
}

function widthOf(letter: string): number {
  if (/[ijl.,:;'’‘|!]/.test(letter)) return 0.31;
  if (/[frtI\s()-]/.test(letter)) return 0.4;
  if (/[mwMW—@%]/.test(letter)) return 0.9;
  return /[\p{Lu}\p{N}]/u.test(letter) ? 0.7 : 0.57;
}
