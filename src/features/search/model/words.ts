import { getOrInsert } from '../../../lib/text/format.ts';
import { site } from '../../../site/site.ts';
import { english } from './languages/english.ts';
import { spanish } from './languages/spanish.ts';

/** What search knows of a language without a pack: its stemmer is Pagefind's, its words are those of the site. */
const plain = {
  /** Words that carry grammar, not topic. */
  functionWords: new Set<string>(),
  /** Words that frame a question for a meaning: "what is meant by …". */
  definitionFrame: new Set<string>(),
  /** A query with its abbreviations written out. */
  writeOut: (text: string) => text,
  /** The part of a word that its forms share; a rough cut, since Pagefind stems properly. */
  stem: (word: string) => word,
  /** Another spelling of a word, that of the pages for that of a reader; undefined without one. */
  otherSpelling: (() => undefined) as (word: string) => string | undefined,
  /** A key that words of like sound share. */
  soundKey: (word: string) => word,
  /** Words that a word may be a form of, since no list has all forms. */
  baseForms: (() => []) as (word: string) => string[],
  /** Whether the build writes a list of the language's words, so that none of them is corrected. */
  hasDictionary: false,
};

/** What search knows of a language. Words come normalised: lower case, no accents. */
export type SearchLanguage = typeof plain;

const packs: Record<string, SearchLanguage> = { en: english, es: { ...plain, ...spanish } };

/** The pack for a language such as "en-GB". */
export function languageOf(tag: string): SearchLanguage {
  return packs[tag.split('-')[0]?.toLowerCase() ?? ''] ?? plain;
}

/** The site's language, as search knows it. */
export const language = languageOf(site.language);

/** Longest query that is read, in characters and in words; the rest is dropped, so that no input can freeze a page. */
const maxQueryLength = 300;
const maxWords = 32;

/** Text in lower case, without accents, with plain apostrophes and hyphens. */
export function normalise(text: string): string {
  // Most text needs no Unicode rule.
  const plain = /[^ -~]/.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text;
  return plain
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-');
}

/**
 * The words of a text, normalised: possessives and apostrophes dropped ("child's" is "child",
 * "don't" is "dont"), hyphens taken as spaces, numbers without their points ("20,720" is "20720",
 * "51.6" is "516"), as Pagefind has them.
 */
export function splitWords(text: string): string[] {
  const words =
    normalise(text)
      .replace(/(?<=\d)[.,](?=\d)/g, '')
      .match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? [];
  return words.map((word) =>
    word.includes("'") ? word.replace(/'s$/, '').replaceAll("'", '') : word,
  );
}

/** The words of a query, as far as it is read. */
export function splitQuery(query: string): string[] {
  return splitWords(language.writeOut(query.slice(0, maxQueryLength))).slice(0, maxWords);
}

/** Whether a word only carries grammar; a query drops it unless nothing else is left. */
export function isFunctionWord(word: string): boolean {
  return language.functionWords.has(word);
}

/** A word as it was typed, and its other spelling where it has one. */
export function spellingsOf(word: string): string[] {
  const other = language.otherSpelling(word);
  return other === undefined ? [word] : [word, other];
}

const stems = new Map<string, string>();

/** The part of a word that its forms share, roughly. */
export function stemOf(word: string): string {
  return getOrInsert(stems, word, () => language.stem(word));
}
