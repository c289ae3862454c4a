import { sentenceStarts } from './sentences.ts';

/** A stretch of an excerpt, marked where it matches. */
export interface Stretch {
  text: string;
  marked: boolean;
}

/** Where the words of one unit of a query match in a text, and how much the unit says. */
export interface UnitPlaces {
  /** Counted in words of the text. */
  places: readonly number[];
  /** Weight times rarity; what is said everywhere says little. */
  importance: number;
}

/** Most words of an excerpt. */
const longest = 40;

/**
 * How much the first sentence is preferred, as a share of all that the query says: sections begin with
 * their answer.
 */
const firstShare = 0.3;

/**
 * The sentences of a text that answer a query best, as pieces to show: from the sentence on that,
 * with those that follow in some 40 words, has the weightiest units. A sentence longer than that is
 * cut around its matches. Words of the text from `end` on are not shown.
 */
export function excerptOf(
  text: string,
  units: readonly UnitPlaces[],
  end = Infinity,
  length = longest,
): Stretch[] {
  const words = text.split(/\s+/).slice(0, end);
  const starts = sentenceStarts(words);
  let best = { start: 0, score: -1 };
  const all = units.reduce((sum, { importance }) => sum + importance, 0);
  for (const start of starts) {
    const within = importanceWithin(units, start, start + length);
    const score = within + (start === 0 ? firstShare * all : 0);
    if (score > best.score) best = { start, score };
  }
  const last = endOf(best.start, starts, words.length, length);
  return toStretches(words, cutTo(best.start, last, units, length), units);
}

/** The sum of the importance of the units that match between two places. */
function importanceWithin(units: readonly UnitPlaces[], start: number, end: number): number {
  const within = units.filter(({ places }) => places.some((at) => at >= start && at < end));
  return within.reduce((sum, { importance }) => sum + importance, 0);
}

/** The end of the last sentence that fits whole; of the first, when none does. */
function endOf(start: number, starts: readonly number[], total: number, length: number): number {
  const ends = [...starts.filter((one) => one > start), total];
  return ends.findLast((end) => end - start <= length) ?? ends[0] ?? total;
}

/** A single sentence that is too long, cut so that its matches stay. */
function cutTo(start: number, end: number, units: readonly UnitPlaces[], length: number) {
  if (end - start <= length) return { start, end };
  const places = units.flatMap((unit) => unit.places).filter((at) => at >= start && at < end);
  const first = Math.min(end - length, Math.max(start, Math.min(...places, end) - 8));
  return { start: first, end: first + length };
}

function toStretches(
  words: readonly string[],
  { start, end }: { start: number; end: number },
  units: readonly UnitPlaces[],
): Stretch[] {
  const marked = new Set(units.flatMap(({ places }) => places));
  const pieces: Stretch[] = [];
  words.slice(start, end).forEach((word, index) => {
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
  if (end < words.length) pieces.push({ text: ' …', marked: false });
  return pieces;
}
