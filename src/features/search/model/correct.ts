import { escapeRegExp } from '../../../lib/text/format.ts';
import type { Lexicon } from './lexicon.ts';
import { isFunctionWord, language, spellingsOf } from './words.ts';

/** A typed word, and the word or words that are searched instead. */
export interface Correction {
  from: string;
  to: string;
}

/** Replaces the first match of each corrected word in the text as typed, ignoring case. */
export function applyCorrections(text: string, corrections: readonly Correction[]): string {
  return corrections.reduce((corrected, { from, to }) => {
    return corrected.replace(new RegExp(escapeRegExp(from), 'i'), () => to);
  }, text);
}

/**
 * Corrects words that the site does not know: to the known word one edit away, else to two known words that were
 * run together ("selfsoothing"), else to the nearest known word. Left as typed are known words and their other
 * spellings, halves of a compound ("mis attunement"), words that are `isListed` in a dictionary and, with `typing`,
 * a last word that begins a known one. `unknownWords` are neither known nor corrected.
 */
export function correctQuery(
  typed: readonly string[],
  lexicon: Lexicon,
  typing = false,
  isListed: (word: string) => boolean = () => false,
) {
  const words: string[] = [];
  const corrections: Correction[] = [];
  const unknownWords: string[] = [];
  typed.forEach((word, index) => {
    const isKnown = needsNoCorrection(typed, index, lexicon, typing);
    const to = isKnown || isListed(word) ? undefined : correctWord(word, lexicon);
    words.push(...(to ?? [word]));
    if (to) corrections.push({ from: word, to: to.join(' ') });
    else if (!isKnown) unknownWords.push(word);
  });
  return { words, corrections, unknownWords };
}

function needsNoCorrection(
  typed: readonly string[],
  index: number,
  lexicon: Lexicon,
  typing: boolean,
) {
  const word = typed[index] ?? '';
  return (
    isFunctionWord(word) ||
    /\d/.test(word) ||
    spellingsOf(word).some((one) => lexicon.knows(one)) ||
    language.baseForms(word).some((base) => lexicon.knows(base)) ||
    lexicon.frequency(word + (typed[index + 1] ?? '')) > 0 ||
    lexicon.frequency((typed[index - 1] ?? '') + word) > 0 ||
    (typing && index === typed.length - 1 && lexicon.knowsBeginning(word))
  );
}

/** Tries the likeliest mistakes first: one edit, then two words run together, then several edits. */
function correctWord(word: string, lexicon: Lexicon): string[] | undefined {
  return (
    nearestWord(word, lexicon, 1) ??
    splitJoinedWord(word, lexicon) ??
    nearestWord(word, lexicon, Infinity)
  );
}

/** Splits two known words that were typed as one, each of three letters or more. */
function splitJoinedWord(word: string, lexicon: Lexicon): string[] | undefined {
  for (let at = 3; at <= word.length - 3; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => lexicon.frequency(part) > 0 && !/\d/.test(part))) return parts;
  }
  return undefined;
}

/** Minimum length of a word that edits may correct, in letters. */
const shortest = 4;

/** Minimum length, in letters, of a word that may be two or more edits from one that sounds different. */
const longWord = 9;

/**
 * Returns the known word nearest to a misspelling by Damerau–Levenshtein distance, at most `most` edits away;
 * words that sound alike and frequent words are preferred. Undefined when none is near enough.
 */
function nearestWord(word: string, lexicon: Lexicon, most: number): [string] | undefined {
  if (word.length < shortest || /\d/.test(word)) return undefined;
  const limit = Math.min(allowance(word.length), most);
  const sound = language.soundKey(word);
  let best: { candidate: string; cost: number } | undefined;
  for (const [candidate, frequency] of lexicon.candidates()) {
    if (candidate.length < shortest || /\d/.test(candidate)) continue;
    const distance = editDistance(word, candidate, limit);
    if (distance > limit) continue;
    // No dictionary is complete: a short word several edits away must also sound the same.
    const sounds = language.soundKey(candidate) === sound;
    const isShort = !language.hasDictionary || word.length < longWord;
    if (distance > 1 && !sounds && isShort) continue;
    const cost =
      distance -
      (sounds ? 0.6 : 0) +
      (candidate[0] === word[0] ? 0 : 0.5) -
      Math.min(0.5, 0.1 * Math.log2(1 + frequency));
    if (!best || cost < best.cost) best = { candidate, cost };
  }
  return best && [best.candidate];
}

/** Maximum number of edits in a misspelling of this length. */
function allowance(length: number): number {
  if (length < 6) return 1;
  return length < 11 ? 2 : 3;
}

/**
 * Damerau–Levenshtein distance in its optimal-string-alignment form: insertions, deletions,
 * substitutions and swaps of neighbours, each costing 1. Stops early and returns `limit + 1` once
 * the distance must exceed `limit`.
 */
export function editDistance(a: string, b: string, limit = Infinity): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const at = (row: readonly number[], index: number) => row[index] ?? Infinity;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, at(before, j - 2) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return at(last, b.length);
}

/** Bits per word and number of hash functions of the Bloom filter: some 1 % of false positives. */
const bitsPerWord = 10;
const hashes = 7;

/** Makes a Bloom filter of a set of words (Bloom 1970): no false negatives, few false positives. */
export function toBloomFilter(words: ReadonlySet<string>): Uint8Array {
  const filter = new Uint8Array(Math.ceil((words.size * bitsPerWord) / 8));
  for (const word of words) {
    for (const bit of bitsOf(word, filter.length * 8)) {
      filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  return filter;
}

/** Whether a word is in the filter; a few words are false positives. */
export function isInFilter(word: string, filter: Uint8Array): boolean {
  return bitsOf(word, filter.length * 8).every((bit) => ((filter[bit >> 3] ?? 0) >> (bit & 7)) & 1);
}

/** Positions of a word's bits, by double hashing (Kirsch and Mitzenmacher 2006). */
function bitsOf(word: string, size: number): number[] {
  const first = mix(hashOn(0x811c9dc5, word));
  const second = mix(hashOn(0x9747b28c, word)) | 1;
  return Array.from({ length: hashes }, (_, index) => ((first + index * second) >>> 0) % size);
}

/** Continues a 32-bit FNV-1a hash, or begins one with a seed, over the UTF-16 code units of a text. */
export function hashOn(state: number, text: string): number {
  let value = state;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value;
}

/** Mixes the bits of a hash, which are uneven before. */
export function mix(hash: number): number {
  const value = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
