import type { Line, SectionEntry } from './catalogue.ts';
import { normalise } from './words.ts';

/** A stretch of an excerpt, marked where it matches. */
export interface Stretch {
  text: string;
  marked: boolean;
}

/** Where the words of one clause of a query match in a text, counted in its words, and how much the clause says. */
export interface ClausePlaces {
  places: readonly number[];
  importance: number;
}

/** What an excerpt is made from, beside the text. */
export interface ExcerptSource {
  clauses: readonly ClausePlaces[];
  /** The section that it is the document of, whose own text ends before its lines; none for a term or a work. */
  section?: Pick<SectionEntry, 'length' | 'lines'> | undefined;
  /** How nearly each of the section's lines says what the query says. */
  nearness?: readonly number[] | undefined;
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
 * nobody asked for. First the one that has the weightiest clauses, or that answers a line which says the
 * same; then, as long as there is room, the one that adds most, or that goes on from there.
 */
export function excerptOf(
  text: string,
  { clauses, section, nearness = [] }: ExcerptSource,
  most = lengths.full,
): Stretch[] {
  const words = text.split(/\s+/).slice(0, section?.length);
  const answers = answersOf(section?.lines ?? [], nearness);
  const main = section?.lines[0]?.answer ?? 0;
  const sentences = readSentences(words, [main, ...answers.keys()]);
  const matched = new Set(clauses.flatMap(({ places }) => places));
  // A work's own text is all citation.
  const kept = section ? dropCitations(words, (at) => matched.has(at)) : words;
  const sizeOf = ({ start, end }: Part) => kept.slice(start, end).filter(Boolean).length;
  const sumOf = (some: readonly ClausePlaces[]) =>
    some.reduce((sum, { importance }) => sum + importance, 0);
  const all = sumOf(clauses) || 1;
  const chosen: Part[] = [];
  let unsaid = clauses;
  let room = Infinity;
  const valueOf = (sentence: Part) => {
    let share = shares.answer * (answers.get(sentence.start) ?? 0);
    if (sentence.start === main) share += shares.main;
    if (chosen.some(({ end }) => end === sentence.start)) share += shares.next;
    return sumOf(unsaid.filter((clause) => isWithin(clause, sentence))) + share * all;
  };
  for (;;) {
    const [best] = sentences
      .filter((one) => !chosen.includes(one) && sizeOf(one) <= room)
      .filter((one) => countStretches([...chosen, one]) <= mostStretches)
      .map((sentence) => ({ sentence, value: valueOf(sentence) }))
      .filter(({ value }) => value > 0 || chosen.length === 0)
      .sort((a, b) => b.value - a.value);
    if (!best) break;
    chosen.push(best.sentence);
    room = Math.min(room, most) - sizeOf(best.sentence);
    unsaid = unsaid.filter((clause) => !isWithin(clause, best.sentence));
  }
  const shown = chosen.map((part) => cutTo(part, clauses, most)).sort((a, b) => a.start - b.start);
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
  const starts = [...new Set([...sentenceStarts(words), ...answers])]
    .filter((start) => start < words.length || start === 0)
    .sort((a, b) => a - b);
  const sentences: Part[] = [];
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? words.length;
    const last = sentences.at(-1);
    const isOpen = last && isOpenEnded(words.slice(last.start, last.end));
    if (isOpen && !answers.includes(start)) last.end = end;
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

function isWithin({ places }: ClausePlaces, { start, end }: Part): boolean {
  return places.some((at) => at >= start && at < end);
}

/** A sentence that is far too long, cut so that its matches stay. */
function cutTo({ start, end }: Part, clauses: readonly ClausePlaces[], length: number): Part {
  if (end - start <= length * 1.3) return { start, end };
  const places = clauses.flatMap((clause) => clause.places).filter((at) => at >= start && at < end);
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

/** A block that ends without a stop gets one, so that excerpts do not run lines together. */
export function endBlock(text: string): string {
  const isOpen = /[\p{L}\p{N}%”’)"'»“]\s*$/u.test(text) && !/[.!?…][”’)"'»“]+\s*$/.test(text);
  return isOpen ? `${text.trimEnd()}. ` : `${text} `;
}

/** Whether a word ends a sentence; "e.g." and initials end none. */
function endsSentence(word: string): boolean {
  return (
    /[.!?…][”’"')\]»“]*$/.test(word) &&
    !/^[“(]?(\p{Lu}\.|(Dr|Mr|Mrs|Ms|St|No)\.|e\.g\.|i\.e\.|al\.|vs\.|p\.|pp\.)$/u.test(word)
  );
}

/** Where sentences begin, counted in words. */
export function sentenceStarts(words: readonly string[]): number[] {
  const starts = [0];
  words.forEach((word, index) => {
    const next = words[index + 1];
    if (next !== undefined && endsSentence(word) && /^[“‘"'([«„¿¡]*[\p{Lu}\p{N}]/u.test(next))
      starts.push(index + 1);
  });
  return starts;
}

/** The text that was looked through last, and letters and digits of each of its words. */
let latest: { text: string; words: string[]; keys: string[] } = { text: '', words: [], keys: [] };

/**
 * Finds the sentence of a text by its first words: where they stand, counted in words, and whether a sentence
 * begins there. Of several places it is the first where one does, or an item of a list, or what stands behind a
 * colon. Quotes, dashes, spaces, capitals and citations are not compared.
 */
export function findOpening(text: string, opening: string) {
  // Several openings are looked for in one text after another.
  if (latest.text !== text) {
    const words = text.split(/\s+/);
    latest = { text, words, keys: keysOf(words) };
  }
  const { words, keys } = latest;
  const key = keysOf(opening.split(/\s+/)).join('');
  if (key === '') return undefined;
  const stream = keys.join('');
  let offset = 0;
  let within: { at: number; isStart: boolean } | undefined;
  for (const [at, own] of keys.entries()) {
    if (own !== '' && stream.startsWith(key, offset)) {
      const before = words[at - 1] ?? '.';
      if (endsSentence(before) || /:[”’"')\]»“]*$/.test(before)) return { at, isStart: true };
      within ??= { at, isStart: false };
    }
    offset += own.length;
  }
  return within;
}

/** Letters and digits of each word; none of a citation in brackets. */
function keysOf(words: readonly string[]): string[] {
  const text = normalise(dropCitations(words).join('\n'));
  return text.replace(/[^\p{L}\p{N}\n]/gu, '').split('\n');
}

/**
 * The words of a text with nothing in place of those of citations in brackets, whose full stop goes to the
 * word before. Brackets that cite nothing stay, and so does a citation that `isWanted` says is.
 */
export function dropCitations(
  words: readonly string[],
  isWanted: (at: number) => boolean = () => false,
): string[] {
  const left = [...words];
  for (let at = 0; at < words.length; at++) {
    if (!left[at]?.startsWith('(')) continue;
    const length = citationLength(words.slice(at));
    const places = Array.from({ length }, (_, index) => at + index);
    if (places.some(isWanted)) continue;
    for (const place of places) left[place] = '';
    const stop = /\)([.,;:!?]*)$/.exec(words[at + length - 1] ?? '')?.[1] ?? '';
    if (length > 0 && at > 0) left[at - 1] += stop;
    at += Math.max(0, length - 1);
  }
  return left;
}

/** Words of the citation that these begin with, which may be cut short; 0 when it is another bracket. */
function citationLength(words: readonly string[]): number {
  const length = words.findIndex((word) => /\)[.,;:!?]*$/.test(word)) + 1;
  if (length === 0) return words.length;
  const bracket = words.slice(0, length).join(' ');
  return /(^\(|, )(\d{4}[a-z]?|n\.d\.)(?=[,;)])/.test(bracket) ? length : 0;
}
