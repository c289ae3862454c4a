import type { Line } from './catalogue.ts';
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

/** What an excerpt is made from, beside the text. */
export interface ExcerptSource {
  units: readonly UnitPlaces[];
  /** Words of the text from here on are for matching only. */
  length?: number;
  /** The section's lines, the heading first, and how nearly each says what the query says. */
  lines?: readonly Line[];
  nearness?: readonly number[];
}

/** Most words of an excerpt. */
const longest = 40;

/** How much a sentence is preferred, as a share of all that the query says. */
export const shares = {
  /** The section's main answer, or else its first sentence: sections begin with their answer. */
  main: 0.3,
  /** What answers a line that says the same as the query; less, where the line says less of it. */
  answer: 1.5,
};

/**
 * The sentences of a text that answer a query best, as pieces to show: from the sentence on that,
 * with those that follow in some 40 words, has the weightiest units, or that answers a line which says
 * the same. A sentence longer than that is cut around its matches.
 */
export function excerptOf(
  text: string,
  { units, length, lines = [], nearness = [] }: ExcerptSource,
  most = longest,
): Stretch[] {
  const words = text.split(/\s+/).slice(0, length);
  const answers = answersOf(lines, nearness);
  const main = lines[0]?.answer ?? 0;
  const starts = [...new Set([...sentenceStarts(words), ...answers.keys(), main])]
    .filter((start) => start < words.length || start === 0)
    .sort((a, b) => a - b);
  const all = units.reduce((sum, { importance }) => sum + importance, 0);
  let best = { start: 0, score: -1 };
  for (const start of starts) {
    const within = importanceWithin(units, start, endOf(start, starts, words.length, most));
    const share = (start === main ? shares.main : 0) + shares.answer * (answers.get(start) ?? 0);
    const score = within + share * all;
    if (score > best.score) best = { start, score };
  }
  const last = endOf(best.start, starts, words.length, most);
  return toStretches(words, cutTo(best.start, last, units, most), units);
}

/** How nearly the lines that a sentence answers say what the query says, by where it begins. */
function answersOf(lines: readonly Line[], nearness: readonly number[]): Map<number, number> {
  const answers = new Map<number, number>();
  lines.forEach(({ answer }, index) => {
    if (answer === undefined) return;
    answers.set(answer, Math.max(answers.get(answer) ?? 0, nearness[index] ?? 0));
  });
  return answers;
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
