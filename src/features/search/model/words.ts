import { language } from './languages/language.ts';

/** Longest query that is read; the rest is dropped, so that no input can freeze a page. */
export const maxQueryLength = 200;

/** Most words of a query that are looked up. */
export const maxWords = 16;

/** Text in lower case, without accents, with plain apostrophes and hyphens. */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
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
  return words.map((word) => word.replace(/'s$/, '').replaceAll("'", ''));
}

/** The words of a query, at most `maxWords` of its first `maxQueryLength` characters. */
export function splitQuery(query: string): string[] {
  return splitWords(language.writeOut(query.slice(0, maxQueryLength))).slice(0, maxWords);
}

/** Whether a word only carries grammar; a query drops it unless nothing else is left. */
export function isFunctionWord(word: string): boolean {
  return language.functionWords.has(word);
}

/** The part of a word that its forms share, roughly. */
export const stemOf = language.stem;
