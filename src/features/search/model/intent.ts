import { getOrInsert } from '../../../lib/text/format.ts';
import type { Catalogue } from './catalogue.ts';
import { isFunctionWord, language, splitWords, stemOf } from './words.ts';

/** Queries whose best places are known, as the catalogue keeps them. */
export interface BestBet {
  /** Whether it is about help: it stands above all results, and the words stay as they were typed. */
  isHelp: boolean;
  /** Ids of the sections' documents, best first; none for what the guide does not cover. */
  places: string[];
  pattern: QueryPattern;
}

/**
 * What stands for a query: of these lists one whose words all stand in the query, in any order, but for
 * those after an exclamation mark. Words are the source of a regular expression, the shortest first.
 */
export type QueryPattern = readonly (readonly string[])[];

/**
 * The pattern of all queries of a bet, with the named parts put in, which may hold parts that stand before
 * them. "a & b & !c" stands for a query with a and b, in any order, and without c.
 * @throws SyntaxError for what is no regular expression.
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
 * Regular expressions by their source. A browser takes long to compile a large one, so each is made when a
 * query has come as far as to ask for it, which for most is never.
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

/** Longest query that bets read, in characters: who is in distress may need many words to say so. */
const longest = 600;

/** The words of a query that bets are found by, those that search has no room for as well. */
export function wordsForBets(query: string): string[] {
  return splitWords(language.writeOut(query.slice(0, longest)));
}

/** The bets that a query's words fall under, in authored order. */
export function findBets(words: readonly string[], bets: readonly BestBet[]): BestBet[] {
  const text = words.join(' ');
  return bets.filter(({ pattern }) => matches(text, pattern));
}

/**
 * Id of the glossary term that a query asks for: "what is X", "X meaning" or X alone, by the term's
 * name or another name of it. Undefined for a query that asks for anything more.
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

/** Forms of a word and a compound's spellings have one key: "still-face", "still face", "stillface". */
function toKey(words: readonly string[]): string {
  const last = words.at(-1);
  return last === undefined ? '' : [...words.slice(0, -1), stemOf(last)].join('');
}

const year = /^(1[89]|20)\d\d$/;

/** Whether a query's words name a work by an author and its year: "Groh 2014", "Tronick et al. 1978". */
export function isCitationOf(words: readonly string[], shortCitation: string): boolean {
  const cited = new Set(splitWords(shortCitation));
  const own = words.filter((word) => word.length > 2 && !isFunctionWord(word));
  const years = own.filter((word) => year.test(word));
  const names = own.filter((word) => !year.test(word));
  return (
    years.some((one) => cited.has(one)) && names.some((name) => cited.has(name)) && own.length <= 6
  );
}
