import { getOrInsert } from '../../../lib/text/format.ts';
import type { Catalogue } from './catalogue.ts';
import { isFunctionWord, language, splitWords, stemOf } from './words.ts';

/** A best bet: a pattern of queries and the places that answer them. */
export interface BestBet {
  /** Whether it is about help: shown above all results, for a query that is not corrected. */
  isHelp: boolean;
  /** Ids of the sections' documents, best first; empty for subjects that the guide does not cover. */
  places: string[];
  pattern: QueryPattern;
}

/**
 * A pattern of queries: alternative lists of regular expressions, as sources. A query matches a list if it matches
 * all of its expressions, in any order, and none of those after an exclamation mark.
 */
export type QueryPattern = readonly (readonly string[])[];

/**
 * Makes the pattern of all queries of a bet, with the named parts filled in; a part may contain parts that are
 * defined before it. "a & b & !c" matches a query with a and b, in any order, and without c.
 * @throws SyntaxError for an invalid regular expression.
 */
export function toPattern(
  queries: readonly string[],
  parts: Readonly<Record<string, string>>,
): QueryPattern {
  const filled = new Map<string, string>();
  const fill = (text: string) =>
    text.replace(/\{([a-z]+)\}/g, (all, name: string) => filled.get(name) ?? all);
  for (const [name, part] of Object.entries(parts)) filled.set(name, fill(part));
  const lists = queries.map((query) => fill(query).split(' & '));
  const plain = lists.filter((list) => list.length === 1).flat();
  const joint = lists.filter((list) => list.length > 1);
  const pattern = [
    ...(plain.length > 0 ? [[plain.map((words) => `(?:${words})`).join('|')]] : []),
    ...joint.map((list) => list.toSorted((a, b) => a.length - b.length)),
  ];
  for (const words of pattern.flat()) compile(words.replace(/^!/, ''));
  return pattern;
}

/**
 * Regular expressions by their source. Large ones are slow to compile, so each is compiled when a query first
 * needs it; most are never needed.
 */
const compiled = new Map<string, RegExp>();

function compile(words: string): RegExp {
  return getOrInsert(compiled, words, () => new RegExp(`(?:^| )(?:${words})(?= |$)`));
}

function matches(text: string, pattern: QueryPattern): boolean {
  return pattern.some((list) =>
    list.every((words) => compile(words.replace(/^!/, '')).test(text) !== words.startsWith('!')),
  );
}

/** Maximum characters of a query that best bets read: people in distress may write at length. */
const longest = 600;

/** Returns the words of a query that best bets are matched with; search itself reads fewer. */
export function wordsForBets(query: string): string[] {
  return splitWords(language.writeOut(query.slice(0, longest)));
}

/** Returns the best bets that match a query's words, in authored order. */
export function findBets(words: readonly string[], bets: readonly BestBet[]): BestBet[] {
  const text = words.join(' ');
  return bets.filter(({ pattern }) => matches(text, pattern));
}

/**
 * Returns the id of the glossary term that a query asks for: "what is X", "X meaning" or X alone, by the term's
 * name or an alias. Undefined for a query that asks for more.
 */
export function findDefinition(
  words: readonly string[],
  { terms }: Pick<Catalogue, 'terms'>,
): string | undefined {
  const isContent = (word: string) => !language.definitionFrame.has(word);
  const start = words.findIndex(isContent);
  if (start < 0) return undefined;
  const asked = toKey(words.slice(start, words.findLastIndex(isContent) + 1));
  const isAsked = (name: string) => toKey(splitWords(name)) === asked;
  return [...terms].find(([, { term, aliases }]) => [term, ...aliases].some(isAsked))?.[0];
}

/** Returns one key for all forms of a word and spellings of a compound: "still-face", "stillface". */
function toKey(words: readonly string[]): string {
  const last = words.at(-1);
  return last === undefined ? '' : [...words.slice(0, -1), stemOf(last)].join('');
}

const year = /^(1[89]|20)\d\d$/;

/** Whether a query's words cite a work by author and year: "Groh 2014", "Tronick et al. 1978". */
export function isCitationOf(words: readonly string[], shortCitation: string): boolean {
  const cited = new Set(splitWords(shortCitation));
  const own = words.filter((word) => word.length > 2 && !isFunctionWord(word));
  const years = own.filter((word) => year.test(word));
  const names = own.filter((word) => !year.test(word));
  return (
    years.some((one) => cited.has(one)) && names.some((name) => cited.has(name)) && own.length <= 6
  );
}
