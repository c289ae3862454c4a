import { escapeRegExp } from '../../../lib/text/escape-reg-exp.ts';
import { britishSpelling, isFunctionWord } from './words.ts';
import { correct } from './correct.ts';
import type { Lexicon } from './lexicon.ts';

/** A word that was typed, and what is searched in its place. */
export interface Correction {
  from: string;
  to: string;
}

/** A query's words with the misspelt ones put right. */
export interface Corrected {
  words: string[];
  corrections: Correction[];
  /** Words that stay unknown. */
  strangers: string[];
}

/** How words are put right. */
export interface CorrectionOptions {
  /** Whether the last word may be unfinished. */
  typing?: boolean;
  /** Whether a word is English, and so no misspelling of another. */
  isEnglish?: (word: string) => boolean;
}

/** The text as typed with each corrected word in its place, whatever its case there. */
export function applyCorrections(text: string, corrections: readonly Correction[]): string {
  return corrections.reduce((corrected, { from, to }) => {
    return corrected.replace(new RegExp(escapeRegExp(from), 'i'), () => to);
  }, text);
}

/**
 * Puts words right that the site does not know: takes the known word a letter away, else parts words
 * run together ("selfsoothing"), else takes the nearest known word. Known words, British counterparts
 * of American ones, halves of a compound ("mis attunement") and, while someone is `typing`, the
 * beginning of a known word at the end stay as they are; so do words that are English.
 */
export function correctQuery(
  typed: readonly string[],
  lexicon: Lexicon,
  { typing = false, isEnglish = () => false }: CorrectionOptions = {},
): Corrected {
  const words: string[] = [];
  const corrections: Correction[] = [];
  const strangers: string[] = [];
  typed.forEach((word, index) => {
    const isKnown = isFine(typed, index, lexicon, typing);
    const to = isKnown || isEnglish(word) ? undefined : correctWord(word, lexicon);
    words.push(...(to ?? [word]));
    if (to) corrections.push({ from: word, to: to.join(' ') });
    else if (!isKnown) strangers.push(word);
  });
  return { words, corrections, strangers };
}

function isFine(typed: readonly string[], index: number, lexicon: Lexicon, typing: boolean) {
  const word = typed[index] ?? '';
  const british = britishSpelling(word);
  return (
    isFunctionWord(word) ||
    /\d/.test(word) ||
    lexicon.knows(word) ||
    (british !== undefined && lexicon.knows(british)) ||
    lexicon.frequency(word + (typed[index + 1] ?? '')) > 0 ||
    lexicon.frequency((typed[index - 1] ?? '') + word) > 0 ||
    (typing && index === typed.length - 1 && lexicon.knowsBeginning(word))
  );
}

/** A slip of one letter is likelier than two words run together, and those likelier than more slips. */
function correctWord(word: string, lexicon: Lexicon): string[] | undefined {
  const slip = correct(word, lexicon, 1);
  if (slip !== undefined) return [slip];
  const parted = partWord(word, lexicon);
  if (parted) return parted;
  const corrected = correct(word, lexicon);
  return corrected === undefined ? undefined : [corrected];
}

/** Two known words that were typed as one; each has three letters or more. */
function partWord(word: string, lexicon: Lexicon): string[] | undefined {
  for (let at = 3; at <= word.length - 3; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => lexicon.frequency(part) > 0 && !/\d/.test(part))) return parts;
  }
  return undefined;
}
