import { isFunctionWord, spellingsOf } from './words.ts';
import type { Lexicon } from './lexicon.ts';

/** Something to ask the engine for: a word, or a phrase in double quotes. */
export interface Question {
  ask: string;
  /** How nearly it means what was typed, 0–1. */
  weight: number;
}

/** A word, compound or phrase of a query, and all that it may be called on the pages. */
export interface Unit {
  /** As it was typed, corrected. */
  text: string;
  /** The thing itself: its spellings. */
  own: Question[];
  /** What the site may say for it. */
  synonyms: Question[];
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
  const units = [
    ...compounds.map((places) => compoundUnit(wordsAt(words, places), lexicon)),
    ...(nothingElse ? words : plain).map((word) =>
      wordUnit(word, lexicon, typing && word === words.at(-1)),
    ),
    ...phrases.map((places): Unit => {
      const text = wordsAt(words, places).join(' ');
      return { text, own: [], synonyms: synonymsOf([text], lexicon) };
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

/** Whether the site uses the joined form of words; "in dependence" is none. */
function isCompound(parts: readonly string[], lexicon: Lexicon): boolean {
  return (
    lexicon.frequency(parts.join('')) > 0 &&
    parts.every((part) => part.length > 3 || !isFunctionWord(part))
  );
}

function compoundUnit(parts: string[], lexicon: Lexicon): Unit {
  const joined = parts.join('');
  const phrase = parts.join(' ');
  const weak = parts.filter((part) => part.length > 3 && !isFunctionWord(part));
  return {
    text: phrase,
    own: [joined, quote(phrase)].map((ask) => ({ ask, weight: 1 })),
    synonyms: synonymsOf(
      [joined, phrase],
      lexicon,
      weak.map((ask) => ({ ask, weight: partWeight })),
    ),
  };
}

function wordUnit(word: string, lexicon: Lexicon, isUnfinished: boolean): Unit {
  const spellings = spellingsOf(word);
  // The engine would also find what begins so: "universal" for "uni".
  const own = spellings.filter(
    (spelling) => lexicon.uses(spelling) || (isUnfinished && lexicon.usesBeginning(spelling)),
  );
  return {
    text: word,
    own: own.map((ask) => ({ ask, weight: 1 })),
    synonyms: synonymsOf(spellings, lexicon),
  };
}

/** What the site says for words or phrases, beside `more`: each question once, with its greatest weight. */
function synonymsOf(
  phrases: readonly string[],
  lexicon: Lexicon,
  more: readonly Question[] = [],
): Question[] {
  const synonyms = phrases.flatMap((phrase) => lexicon.synonyms(phrase));
  const own = synonyms.map(({ to, weight }) => ({
    ask: to.includes(' ') ? quote(to) : to,
    weight,
  }));
  const best = new Map<string, Question>();
  for (const question of [...more, ...own]) {
    if ((best.get(question.ask)?.weight ?? 0) < question.weight) best.set(question.ask, question);
  }
  return [...best.values()];
}

function quote(phrase: string): string {
  return `"${phrase}"`;
}

function wordsAt(words: readonly string[], places: readonly number[]): string[] {
  return places.map((place) => words[place] ?? '');
}
