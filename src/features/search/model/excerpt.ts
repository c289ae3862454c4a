import type { Line } from './catalogue.ts';
import { dropCitations, sentenceStarts } from './sentences.ts';

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
  /** The lines of a section, the heading first, and how nearly each says what the query says. */
  lines?: readonly Line[];
  nearness?: readonly number[];
}

/** Words of an excerpt that has room for an answer, and of one to tell results apart. */
export const lengths = { full: 75, brief: 35 };

/**
 * How much a sentence is preferred, as a share of all that the query says. Set on our own queries; half
 * or twice as much of any changes the share of excerpts that answer by less than three points.
 */
const shares = {
  /** The section's main answer, or else its first sentence: sections begin with their answer. */
  main: 0.3,
  /** What answers a line that says the same as the query; less, where the line says less of it. */
  answer: 1.5,
  /** What follows a sentence that is shown. */
  next: 0.3,
};

/**
 * The sentences of a text that answer a query best, as pieces to show: whole, without the citations that
 * nobody asked for. First the one that has the weightiest units, or that answers a line which says the
 * same; then, as long as there is room, the one that adds most, or that goes on from there.
 */
export function excerptOf(
  text: string,
  { units, length, lines, nearness = [] }: ExcerptSource,
  most = lengths.full,
): Stretch[] {
  const words = text.split(/\s+/).slice(0, length);
  const answers = answersOf(lines ?? [], nearness);
  const main = lines?.[0]?.answer ?? 0;
  const sentences = readSentences(words, [main, ...answers.keys()]);
  const matched = new Set(units.flatMap(({ places }) => places));
  // A work's own text is all citation.
  const kept = lines ? dropCitations(words, (at) => matched.has(at)) : words;
  const sizeOf = ({ start, end }: Part) => kept.slice(start, end).filter(Boolean).length;
  const all = units.reduce((sum, { importance }) => sum + importance, 0) || 1;
  const unsaid = new Set(units);
  const chosen: Part[] = [];
  let room = Infinity;
  for (;;) {
    const valueOf = (sentence: Part) => {
      let share = shares.answer * (answers.get(sentence.start) ?? 0);
      if (sentence.start === main) share += shares.main;
      if (chosen.some(({ end }) => end === sentence.start)) share += shares.next;
      return importanceWithin(unsaid, sentence) + share * all;
    };
    let best: Part | undefined;
    let value = chosen.length === 0 ? -1 : 0;
    for (const sentence of sentences) {
      if (chosen.includes(sentence) || sizeOf(sentence) > room) continue;
      const isApart = !chosen.some(
        ({ start, end }) => end === sentence.start || start === sentence.end,
      );
      if (isApart && countStretches(chosen) >= mostStretches) continue;
      const own = valueOf(sentence);
      if (own > value) [best, value] = [sentence, own];
    }
    if (!best) break;
    chosen.push(best);
    room = Math.min(room, most) - sizeOf(best);
    for (const unit of unsaid) if (isWithin(unit, best)) unsaid.delete(unit);
  }
  const shown = chosen.map((part) => cutTo(part, units, most)).sort((a, b) => a.start - b.start);
  return toStretches(kept, shown, matched);
}

/** How many stretches of text sentences make, side by side ones being one. */
function countStretches(parts: readonly Part[]): number {
  return parts.filter(({ end }) => !parts.some(({ start }) => start === end)).length;
}

/** More than these would be hard to follow. */
const mostStretches = 2;

/** Words of a text from one place up to another. */
interface Part {
  start: number;
  end: number;
}

/**
 * The sentences of a text, also where its answers begin. A question and a scrap, such as the name of an
 * item, say nothing alone and go on to what follows; what someone says goes on to its closing quote.
 */
function readSentences(words: readonly string[], answers: readonly number[]): Part[] {
  const known = new Set(answers);
  const starts = [...new Set([...sentenceStarts(words), ...known])]
    .filter((start) => start < words.length || start === 0)
    .sort((a, b) => a - b);
  const sentences: Part[] = [];
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? words.length;
    const last = sentences.at(-1);
    const isOpen = last && isOpenEnded(words.slice(last.start, last.end));
    if (isOpen && !known.has(start)) last.end = end;
    else sentences.push({ start, end });
  });
  return sentences;
}

function isOpenEnded(words: readonly string[]): boolean {
  const count = (quote: string) => words.filter((word) => word.includes(quote)).length;
  // What closes a quote in one language opens it in another.
  const [open, close] = count('„') > 0 ? ['„', '“'] : count('«') > 0 ? ['«', '»'] : ['“', '”'];
  const isQuestion = words.at(-1)?.endsWith('?') === true;
  // A quote that is never closed must not take in all that follows.
  const isQuote = count(open) > count(close) && words.length < lengths.brief;
  return words.length < leastWords || isQuestion || isQuote;
}

/** Words that a sentence has which says something. */
const leastWords = 3;

/** How nearly the lines that a sentence answers, all together, say what the query says, by where it begins. */
function answersOf(lines: readonly Line[], nearness: readonly number[]): Map<number, number> {
  const answers = new Map<number, number>();
  lines.forEach(({ answer }, index) => {
    if (answer === undefined) return;
    answers.set(answer, Math.hypot(answers.get(answer) ?? 0, nearness[index] ?? 0));
  });
  return answers;
}

function isWithin({ places }: UnitPlaces, { start, end }: Part): boolean {
  return places.some((at) => at >= start && at < end);
}

/** The sum of the importance of the units that match in a part. */
function importanceWithin(units: Iterable<UnitPlaces>, part: Part): number {
  const within = [...units].filter((unit) => isWithin(unit, part));
  return within.reduce((sum, { importance }) => sum + importance, 0);
}

/** A sentence that is far too long, cut so that its matches stay. */
function cutTo({ start, end }: Part, units: readonly UnitPlaces[], length: number): Part {
  if (end - start <= length * 1.3) return { start, end };
  const places = units.flatMap((unit) => unit.places).filter((at) => at >= start && at < end);
  const first = Math.min(end - length, Math.max(start, Math.min(...places, end) - 8));
  return { start: first, end: first + length };
}

function toStretches(
  words: readonly string[],
  parts: readonly Part[],
  marked: ReadonlySet<number>,
): Stretch[] {
  const pieces: Stretch[] = [];
  let shown = 0;
  for (const { start, end } of parts) {
    if (start > shown) pieces.push({ text: shown > 0 ? ' … ' : '… ', marked: false });
    words.slice(start, end).forEach((word, index) => {
      if (word === '') return;
      const isMarked = marked.has(start + index);
      const last = pieces.at(-1);
      if (last?.marked === isMarked) {
        last.text += last.text.endsWith(' ') ? word : ` ${word}`;
        return;
      }
      // The space before or after a mark stands outside it.
      if (last && !last.text.endsWith(' ')) pieces.push({ text: ' ', marked: false });
      pieces.push({ text: word, marked: isMarked });
    });
    shown = end;
  }
  if (shown < words.length) pieces.push({ text: ' …', marked: false });
  return pieces;
}
