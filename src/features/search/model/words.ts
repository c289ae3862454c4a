import { getOrInsert } from '../../../lib/text/format.ts';
import { site } from '../../../site/site.ts';
import { english } from './languages/english.ts';
import { spanish } from './languages/spanish.ts';

/** The rules of a language without a pack: Pagefind's stemmer, and the words of the site alone. */
const plain = {
  /** Stop words, which carry grammar and not topic. */
  functionWords: new Set<string>(),
  /** Words of a query that asks for a definition, around the term: "what is meant by …". */
  definitionFrame: new Set<string>(),
  /** A query with its abbreviations written out. */
  writeOut: (text: string) => text,
  /** A rough stem, shared by the forms of a word; Pagefind has its own stemmer. */
  stem: (word: string) => word,
  /** The pages' spelling for that of a reader; undefined if there is no other. */
  otherSpelling: (() => undefined) as (word: string) => string | undefined,
  /** A phonetic key, shared by words that sound alike. */
  soundKey: (word: string) => word,
  /** Words that a word may be a form of, since dictionaries do not list all forms. */
  baseForms: (() => []) as (word: string) => string[],
  /** Whether the build writes a dictionary, whose words are not corrected. */
  hasDictionary: false,
};

/** The rules of a language for search. Words are normalised: lower case, no accents. */
export type SearchLanguage = typeof plain;

const packs: Record<string, SearchLanguage> = { en: english, es: { ...plain, ...spanish } };

/** The pack for a language such as "en-GB". */
export function languageOf(tag: string): SearchLanguage {
  return packs[tag.split('-')[0]?.toLowerCase() ?? ''] ?? plain;
}

/** The rules of the site's language. */
export const language = languageOf(site.language);

/**
 * Maximum characters and words of a query; the rest is dropped, so that no input can freeze a page. Best bets read
 * more characters: people in distress may write at length.
 */
const maxQueryLength = 300;
const maxWords = 32;
const maxLengthForBets = 600;

/** Text in lower case, without accents, with plain apostrophes and hyphens. */
export function normalise(text: string): string {
  // Most text is ASCII and needs no Unicode normalisation.
  const plain = /[^ -~]/.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text;
  return plain
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-');
}

/** Maximum characters of a text whose words are cached: titles, terms and queries are split several times. */
const short = 300;

const split = new Map<string, readonly string[]>();

/**
 * The words of a text, normalised: possessives and apostrophes dropped ("child's" is "child",
 * "don't" is "dont"), hyphens as spaces, numbers without commas and points ("20,720" is "20720",
 * "51.6" is "516"), as Pagefind does.
 */
export function splitWords(text: string): readonly string[] {
  const words = () => {
    const plain = normalise(text).replace(/(?<=\d)[.,](?=\d)/g, '');
    const found = plain.match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? [];
    return found.map((word) =>
      word.includes("'") ? word.replace(/'s$/, '').replaceAll("'", '') : word,
    );
  };
  return text.length > short ? words() : getOrInsert(split, text, words);
}

/** Returns the words of a query, up to the maximum. */
export function splitQuery(query: string): string[] {
  return splitWords(language.writeOut(query.slice(0, maxQueryLength))).slice(0, maxWords);
}

/** Returns the words of a query that best bets are matched with. */
export function wordsForBets(query: string): readonly string[] {
  return splitWords(language.writeOut(query.slice(0, maxLengthForBets)));
}

/** Whether a word is a function word, which a query drops unless nothing else is left. */
export function isFunctionWord(word: string): boolean {
  return language.functionWords.has(word);
}

/** Returns a word and its other spelling, if any. */
export function spellingsOf(word: string): string[] {
  const other = language.otherSpelling(word);
  return other === undefined ? [word] : [word, other];
}

const stems = new Map<string, string>();

/** Returns the rough stem of a word, cached. */
export function stemOf(word: string): string {
  return getOrInsert(stems, word, () => language.stem(word));
}
