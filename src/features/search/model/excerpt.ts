import type { Line, SectionEntry } from './catalogue.ts';
import { normalise } from './words.ts';

/** A stretch of an excerpt; `marked` if it matches the query. */
export interface Stretch {
  text: string;
  marked: boolean;
}

/** The word offsets at which one clause of a query matches a text, and the clause's importance. */
export interface ClausePlaces {
  places: readonly number[];
  importance: number;
}

/** The input of an excerpt, besides the text. */
export interface ExcerptSource {
  clauses: readonly ClausePlaces[];
  /** The section that the text belongs to, whose lines follow it; undefined for a term or a work. */
  section?: Pick<SectionEntry, 'length' | 'lines'> | undefined;
  /** How closely each of the section's lines matches the query, 0–1. */
  nearness?: readonly number[] | undefined;
}

/** Maximum words of an excerpt: `full` for an answer, `brief` to distinguish results. */
export const lengths = { full: 75, brief: 35 };

/**
 * Bonuses to the score of a sentence, as shares of the query's total importance. Tuned on the test queries; half
 * or double of any changes the share of excerpts that answer by less than three points.
 */
const shares = {
  /** The section's main answer, or else its first sentence: sections begin with their answer. */
  main: 0.3,
  /** The answer to a line that is the same as the query; less if the line matches it less closely. */
  answer: 1.5,
  /** The sentence after one that is shown. */
  next: 0.3,
};

/**
 * Returns the sentences of a text that answer a query best, in their order in the text, whole and without citations
 * that the query does not match. Chooses the sentence with the highest score (importance of its clauses, and
 * `shares`), then, as long as there is room, the one that adds most.
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
  // The text of a work is itself a citation.
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

/** Counts the stretches of text that sentences form; adjacent sentences form one. */
function countStretches(parts: readonly Part[]): number {
  return parts.filter(({ end }) => !parts.some(({ start }) => start === end)).length;
}

/** Maximum stretches of text in an excerpt; more would be hard to follow. */
const mostStretches = 2;

/** A range of words of a text; `end` is exclusive. */
interface Part {
  start: number;
  end: number;
}

/**
 * Splits a text into sentences, and where its answers begin. A question or a very short sentence, such as the name
 * of an item, is joined to the next one; a quotation runs to its closing quote.
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
  // The closing quote of one language is the opening quote of another.
  const [open, close] = count('„') > 0 ? ['„', '“'] : count('«') > 0 ? ['«', '»'] : ['“', '”'];
  const isQuestion = words.at(-1)?.endsWith('?') === true;
  // A quotation that is never closed must not include the rest of the text.
  const isQuote = count(open) > count(close) && words.length < lengths.brief;
  return words.length < leastWords || isQuestion || isQuote;
}

/** Minimum words of a sentence that is shown alone. */
const leastWords = 3;

/** How closely the lines that a sentence answers match the query, combined, by the sentence's word offset. */
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

/** Shortens a sentence that is far too long to a stretch around its first match. */
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
      // The space before or after a mark is outside it.
      if (last && !last.text.endsWith(' ')) pieces.push({ text: ' ', marked: false });
      pieces.push({ text: word, marked: isMarked });
    });
    shown = end;
  }
  if (shown < words.length) pieces.push({ text: ' …', marked: false });
  return pieces;
}

/** Adds a full stop to a block without end punctuation, so that excerpts do not run blocks together. */
export function endBlock(text: string): string {
  const isOpen = /[\p{L}\p{N}%”’)"'»“]\s*$/u.test(text) && !/[.!?…][”’)"'»“]+\s*$/.test(text);
  return isOpen ? `${text.trimEnd()}. ` : `${text} `;
}

/** Whether a word ends a sentence; "e.g." and initials do not. */
function endsSentence(word: string): boolean {
  return (
    /[.!?…][”’"')\]»“]*$/.test(word) &&
    !/^[“(]?(\p{Lu}\.|(Dr|Mr|Mrs|Ms|St|No)\.|e\.g\.|i\.e\.|al\.|vs\.|p\.|pp\.)$/u.test(word)
  );
}

/** Returns the word offsets at which sentences begin. */
export function sentenceStarts(words: readonly string[]): number[] {
  const starts = [0];
  words.forEach((word, index) => {
    const next = words[index + 1];
    if (next !== undefined && endsSentence(word) && /^[“‘"'([«„¿¡]*[\p{Lu}\p{N}]/u.test(next))
      starts.push(index + 1);
  });
  return starts;
}

/** The last text that was searched, with its words and the key of each. */
let latest: { text: string; words: string[]; keys: string[] } = { text: '', words: [], keys: [] };

/**
 * Finds a sentence of a text by its first words: returns their word offset and whether a sentence begins there.
 * Of several matches it returns the first that begins a sentence or follows a colon; undefined without a match.
 * Quotes, dashes, spaces, capitals and citations are not compared.
 */
export function findOpening(text: string, opening: string) {
  // Callers look for several openings of one text in a row.
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

/** Returns the letters and digits of each word; none for words of a citation in brackets. */
function keysOf(words: readonly string[]): string[] {
  const text = normalise(dropCitations(words).join('\n'));
  return text.replace(/[^\p{L}\p{N}\n]/gu, '').split('\n');
}

/**
 * Replaces the words of citations in brackets with empty strings, and moves the punctuation after them to the word
 * before. Other brackets are kept, and so is a citation with a word that `isWanted` accepts.
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

/** Number of words of the citation at the start, which may be truncated; 0 for another bracket. */
function citationLength(words: readonly string[]): number {
  const length = words.findIndex((word) => /\)[.,;:!?]*$/.test(word)) + 1;
  if (length === 0) return words.length;
  const bracket = words.slice(0, length).join(' ');
  return /(^\(|, )(\d{4}[a-z]?|n\.d\.)(?=[,;)])/.test(bracket) ? length : 0;
}
