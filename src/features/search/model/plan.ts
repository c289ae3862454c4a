import { language } from './languages/language.ts';
import { isFunctionWord } from './words.ts';
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
  const compounds = findCompounds(words, lexicon);
  const taken = new Set(compounds.flatMap(({ start, size }) => range(start, size)));
  const plain = words.filter(
    (word, index) => !taken.has(index) && !isFunctionWord(word) && !isStray(word, lexicon),
  );
  const nothingElse = plain.length + compounds.length === 0;

  const units = [
    ...compounds.map(({ start, size }) => compoundUnit(words.slice(start, start + size), lexicon)),
    ...(nothingElse ? words : plain).map((word) =>
      wordUnit(word, lexicon, typing && word === words.at(-1)),
    ),
    ...phraseUnits(words, lexicon),
  ];
  return units.filter(({ text }, index) => units.findIndex((unit) => unit.text === text) === index);
}

/** A number, such as an age, or a letter that the site does not have: the rest may be there all the same. */
function isStray(word: string, lexicon: Lexicon): boolean {
  const other = language.otherSpelling(word);
  return (
    /^(\d+|.)$/u.test(word) && ![word, other].some((one) => one !== undefined && lexicon.knows(one))
  );
}

interface Stretch {
  start: number;
  size: number;
}

/** Neighbouring words, longest first, whose joined form the site uses; "in dependence" is none. */
function findCompounds(words: readonly string[], lexicon: Lexicon): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  while (start < words.length) {
    const size = [3, 2].find((length) =>
      isCompound(words.slice(start, start + length), length, lexicon),
    );
    if (size) found.push({ start, size });
    start += size ?? 1;
  }
  return found;
}

function isCompound(parts: string[], length: number, lexicon: Lexicon): boolean {
  if (parts.length < length || lexicon.frequency(parts.join('')) === 0) return false;
  return parts.every((part) => part.length > 3 || !isFunctionWord(part));
}

function compoundUnit(parts: string[], lexicon: Lexicon): Unit {
  const joined = parts.join('');
  const phrase = parts.join(' ');
  const weak = parts.filter((part) => part.length > 3 && !isFunctionWord(part));
  return {
    text: phrase,
    own: [joined, quote(phrase)].map((ask) => ({ ask, weight: 1 })),
    synonyms: unique([
      ...weak.map((ask) => ({ ask, weight: partWeight })),
      ...synonymsOf(joined, lexicon),
      ...synonymsOf(phrase, lexicon),
    ]),
  };
}

function wordUnit(word: string, lexicon: Lexicon, isUnfinished: boolean): Unit {
  const other = language.otherSpelling(word);
  const spellings = other === undefined ? [word] : [word, other];
  // The engine would also find what begins so: "universal" for "uni".
  const own = spellings.filter(
    (spelling) => lexicon.uses(spelling) || (isUnfinished && lexicon.usesBeginning(spelling)),
  );
  return {
    text: word,
    own: own.map((ask) => ({ ask, weight: 1 })),
    synonyms: unique(spellings.flatMap((spelling) => synonymsOf(spelling, lexicon))),
  };
}

/** Lay phrases of two words or more, where a longer one hides those within it. */
function phraseUnits(words: readonly string[], lexicon: Lexicon): Unit[] {
  const units: Unit[] = [];
  const taken = new Set<number>();
  for (let size = Math.min(longestPhrase, words.length); size >= 2; size--) {
    for (let start = 0; start + size <= words.length; start++) {
      if (range(start, size).some((index) => taken.has(index))) continue;
      const text = words.slice(start, start + size).join(' ');
      const synonyms = synonymsOf(text, lexicon);
      if (synonyms.length === 0) continue;
      for (const index of range(start, size)) taken.add(index);
      units.push({ text, own: [], synonyms: unique(synonyms) });
    }
  }
  return units;
}

function synonymsOf(phrase: string, lexicon: Lexicon): Question[] {
  return lexicon
    .synonyms(phrase)
    .map(({ to, weight }) => ({ ask: to.includes(' ') ? quote(to) : to, weight }));
}

/** Each question once, with its greatest weight. */
function unique(questions: Question[]): Question[] {
  const best = new Map<string, Question>();
  for (const question of questions) {
    if ((best.get(question.ask)?.weight ?? 0) < question.weight) best.set(question.ask, question);
  }
  return [...best.values()];
}

function quote(phrase: string): string {
  return `"${phrase}"`;
}

function range(start: number, size: number): number[] {
  return Array.from({ length: size }, (_, index) => start + index);
}
