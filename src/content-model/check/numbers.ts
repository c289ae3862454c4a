/** A number as it stands in prose. */
export interface Figure {
  /** As written, with its percent sign: "51.6%", ".25", "20,720". */
  written: string;
  value: number;
  percent: boolean;
}

const pattern = /(?<![\w.,])-?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(?:\s?(%|per cent|percent))?/g;

/** Every number written in digits, in order; a digit inside a word, such as "p2p", is none. */
export function extractFigures(text: string): Figure[] {
  return [...text.matchAll(pattern)]
    .filter(([, whole, fraction]) => whole !== undefined || fraction !== undefined)
    .map(([written, whole = '0', fraction = '', percent]) => ({
      written: written.trim(),
      value: Number(whole.replaceAll(',', '') + fraction),
      percent: percent !== undefined,
    }));
}

/** Whether a number stands among others: the same value, and a percentage where it is one. */
export function stands(figure: Figure, among: Figure[]): boolean {
  return among.some(({ value, percent }) => value === figure.value && percent === figure.percent);
}
