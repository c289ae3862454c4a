import { isFunctionWord, spellingsOf } from './words.ts';
import type { Lexicon } from './lexicon.ts';

/** Something to ask the engine for: a word, or a phrase in double quotes. */
export interface Question {
  ask: string;
  /** How nearly it means what was typed, 0–1; 1 for the thing itself and other names of it. */
  weight: number;
}

/** A word, compound or phrase of a query, and all that it may be called on the pages. */
export interface Unit {
  /** As it was typed, corrected. */
  text: string;
  /** Its spellings, what the site may say for it, and parts of it. */
  questions: Question[];
}

/** Longest lay phrase that is looked up, in words. */
const longestPhrase = 5;

/** How much the parts of a compound count for the whole. */
const partWeight = 0.4;

/**
 * The units of a query. Function words are dropped unless nothing else is left; neighbours that the
 * site writes as one word or with a hyphen ("mis attunement", "still face") become one unit, since
 * their parts mean something else; lay phrases come as units of their own beside their words. While
 * someone is `typing`, the last word may be the beginning of one.
 */
export function planQuery(words: readonly string[], lexicon: Lexicon, typing = false): Unit[] {
  const compounds = findStretches(words, 3, (parts) => isCompound(parts, lexicon));
  const phrases = findStretches(words, longestPhrase, (parts) => {
    return lexicon.synonyms(parts.join(' ')).length > 0;
  });
  const taken = new Set(compounds.flat());
  const plain = words.filter(
    (word, index) => !taken.has(index) && !isFunctionWord(word) && !isStray(word, lexicon),
  );
  const nothingElse = plain.length + compounds.length === 0;
  const toUnit = (
    text: string,
    names: readonly string[],
    isUsed: (name: string) => boolean,
    parts: readonly string[] = [],
  ): Unit => {
    const weighted = [
      ...names.filter(isUsed).map((to) => ({ to, weight: 1 })),
      ...names.flatMap((name) => lexicon.synonyms(name)),
      ...parts.map((to) => ({ to, weight: partWeight })),
    ];
    const questions = weighted.map(({ to, weight }) => {
      return { ask: to.includes(' ') ? `"${to}"` : to, weight };
    });
    return { text, questions };
  };
  const units = [
    ...compounds.map((places) => {
      const parts = wordsAt(words, places);
      const text = parts.join(' ');
      const weak = parts.filter((part) => part.length > 3 && !isFunctionWord(part));
      return toUnit(text, [parts.join(''), text], () => true, weak);
    }),
    ...(nothingElse ? words : plain).map((word) => {
      const isUnfinished = typing && word === words.at(-1);
      // The engine would also find what begins so: "universal" for "uni".
      const isUsed = (name: string) =>
        lexicon.uses(name) || (isUnfinished && lexicon.knowsBeginning(name));
      return toUnit(word, spellingsOf(word), isUsed);
    }),
    ...phrases.map((places) => {
      const text = wordsAt(words, places).join(' ');
      return toUnit(text, [text], () => false);
    }),
  ];
  return units.filter(({ text }, index) => units.findIndex((unit) => unit.text === text) === index);
}

/** A number, such as an age, or a letter that the site does not have: the rest may be there all the same. */
function isStray(word: string, lexicon: Lexicon): boolean {
  return /^(\d+|.)$/u.test(word) && !spellingsOf(word).some((one) => lexicon.knows(one));
}

/**
 * Stretches of so many neighbouring words at most and two at least that pass a test, by the places of their
 * words: longer ones first, then earlier ones, none of which overlap.
 */
function findStretches(
  words: readonly string[],
  longest: number,
  test: (words: string[]) => boolean,
): number[][] {
  const taken = new Set<number>();
  const found: number[][] = [];
  for (let size = Math.min(longest, words.length); size >= 2; size--) {
    for (let start = 0; start + size <= words.length; start++) {
      const places = Array.from({ length: size }, (_, index) => start + index);
      if (places.some((place) => taken.has(place)) || !test(wordsAt(words, places))) continue;
      for (const place of places) taken.add(place);
      found.push(places);
    }
  }
  return found;
}

function wordsAt(words: readonly string[], places: readonly number[]): string[] {
  return places.map((place) => words[place] ?? '');
}

/** Whether the site uses the joined form of words; "in dependence" is none. */
function isCompound(parts: readonly string[], lexicon: Lexicon): boolean {
  return (
    lexicon.frequency(parts.join('')) > 0 &&
    parts.every((part) => part.length > 3 || !isFunctionWord(part))
  );
}
