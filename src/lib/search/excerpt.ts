/** A stretch of an excerpt, marked where it matches. */
export interface Stretch {
  text: string;
  marked: boolean;
}

/** Share of an excerpt that may stand before the first match. */
const lead = 0.2;

/**
 * The stretch of a text, `length` words long, that holds matches of the most units of a query, as
 * pieces to show. `places` are the matches of each unit, counted in words of the text.
 */
export function excerptOf(
  text: string,
  places: readonly (readonly number[])[],
  length = 30,
): Stretch[] {
  const words = text.split(/\s+/);
  const marked = new Set(places.flat());
  const start = bestStart(places, length, words.length);
  const pieces: Stretch[] = [];
  words.slice(start, start + length).forEach((word, index) => {
    const isMarked = marked.has(start + index);
    const last = pieces.at(-1);
    if (last?.marked === isMarked) {
      last.text += ` ${word}`;
      return;
    }
    // The space before or after a mark stands outside it.
    if (last) pieces.push({ text: ' ', marked: false });
    pieces.push({ text: word, marked: isMarked });
  });
  if (start > 0) pieces.unshift({ text: '… ', marked: false });
  if (start + length < words.length) pieces.push({ text: ' …', marked: false });
  return pieces;
}

function bestStart(places: readonly (readonly number[])[], length: number, total: number): number {
  const starts = [...new Set(places.flat())].sort((a, b) => a - b);
  let best = { start: 0, units: 0, matches: 0 };
  for (const place of starts) {
    const start = Math.max(0, Math.min(place - Math.floor(lead * length), total - length));
    const within = places.map((own) => own.filter((at) => at >= start && at < start + length));
    const units = within.filter((own) => own.length > 0).length;
    const matches = within.flat().length;
    if (units > best.units || (units === best.units && matches > best.matches)) {
      best = { start, units, matches };
    }
  }
  return best.start;
}
