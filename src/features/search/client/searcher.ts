import { correctQuery, type Correction } from '../model/correct.ts';
import { isCovered, isNamed } from '../model/coverage.ts';
import { cryScore, leastOfCry, leastOfSureCry, leastOfWorry } from '../model/cries.ts';
import { findBets, findDefinition, wordsForBets, type BestBet } from '../model/intent.ts';
import { readLeanings } from '../model/leanings.ts';
import { planQuery } from '../model/plan.ts';
import {
  rankEntries,
  rankPages,
  readSigns,
  type RankedPage,
  type RankedSection,
} from '../model/rank.ts';
import { language, splitQuery, splitWords } from '../model/words.ts';
import type { Line } from '../model/catalogue.ts';
import { Finder, type Findings, type FoundRecord } from './finder.ts';
import type { Filters, Library } from './library.ts';

/** A search as the reader set it. */
export interface Query {
  text: string;
  /** Searches for the words as they were typed, without putting them right. */
  exact?: boolean;
  kind?: string;
  topic?: string;
}

/** A section that answers: its record, and what its excerpt is made from. */
export interface FoundSection extends FoundRecord, Omit<RankedSection, 'signs'> {
  lines: Line[];
}

/** A page that answers, with its sections, best first. */
export interface FoundPage extends Omit<RankedPage, 'sections'> {
  sections: FoundSection[];
}

/** What a query found. */
export interface Answer {
  /** Where to turn for help, when the query sounds as if someone needs it. */
  help: FoundSection[];
  /** Whether things may be hard for whoever asks, though not surely enough for `help`. */
  mayNeedHelp: boolean;
  /** The glossary entry, when the query asks what a term means. */
  definition: FoundRecord | undefined;
  /** Pages and questions, best first. */
  pages: FoundPage[];
  /** Glossary terms and works, best first and mixed; only their text tells which is which. */
  entries: FoundRecord[];
  /** Whether the guide covers what is asked, as far as that can be told. */
  isCovered: boolean;
  corrections: Correction[];
  /** Words that were searched. */
  words: string[];
}

/** How many pages are kept, more than are ever shown. */
const mostPages = 40;

/** How many terms and works are kept. */
const mostEntries = 8;

/** Answers queries from a library. */
export function createSearcher(library: Library) {
  const { catalogue, lexicon } = library;
  const { sections, terms } = catalogue;
  const finder = new Finder(library);

  /** A record that may not match the query, by the words of its title. */
  const findRecord = async (
    id: string,
    recordOf: Findings['recordOf'],
    filters: Filters,
  ): Promise<FoundRecord | undefined> => {
    const known = recordOf(id);
    if (known) return known;
    const title = sections.get(id)?.heading ?? terms.get(id)?.term ?? '';
    const result = (await finder.ask(splitWords(title).join(' '), filters)).get(id);
    const length = sections.get(id)?.length ?? Infinity;
    return result && { id, result, units: [], matched: [], length };
  };

  /** The sections of best bets, in their order. */
  const findPlaces = async (
    ids: readonly string[],
    recordOf: Findings['recordOf'],
    filters: Filters,
  ): Promise<FoundSection[]> => {
    const records = await Promise.all(
      [...new Set(ids)].map((id) => findRecord(id, recordOf, filters)),
    );
    return records.flatMap((record) => {
      const section = record && sections.get(record.id);
      if (!section) return [];
      return [{ ...record, section, lines: section.lines, score: Infinity, nearness: [] }];
    });
  };

  /**
   * The answer to a query.
   * @throws LoadError when the index cannot be read, and what the signal says when it was abandoned.
   */
  return async (query: Query, signal: AbortSignal): Promise<Answer> => {
    const typed = splitQuery(query.text);
    const heard = wordsForBets(query.text);
    const known = findBets(heard, catalogue.bets);
    const [cry] = await Promise.all([hearCry(heard, known, library), library.learn(typed)]);
    const isCry = cry >= leastOfCry;
    const { words, corrections } = await read(query, typed, library, isCry || known.length > 0);
    signal.throwIfAborted();
    const filters = toFilters(query);
    const units = planQuery(words, lexicon, isTyping(query));
    const { found, recordOf } = await finder.findUnits(units, filters);
    signal.throwIfAborted();
    const fitting = corrections.length > 0 ? findBets(words, catalogue.bets) : known;
    const placesOf = (isHelp: boolean, of = fitting) =>
      of.filter((bet) => bet.isHelp === isHelp).flatMap(({ places }) => places);
    const placesOfHelp = placesOf(true, isCry ? catalogue.bets : fitting);
    const term = findDefinition(words, catalogue);
    const [help, best, definition] = await Promise.all([
      findPlaces(placesOfHelp, recordOf, {}),
      findPlaces(placesOf(false), recordOf, filters),
      term === undefined ? undefined : findRecord(term, recordOf, filters),
    ]);
    signal.throwIfAborted();
    const leanings = readLeanings(words, lexicon, sections);
    const pages = rankPages(readSigns(found, catalogue, leanings)).slice(0, mostPages);
    const entries = rankEntries(found, catalogue);
    const ranked = pages.map(({ sections: own, ...page }): FoundPage => {
      const withRecord = (one: RankedSection) => {
        const record = recordOf(one.id);
        return record ? [{ ...one, ...record, lines: one.section.lines }] : [];
      };
      return { ...page, sections: own.flatMap(withRecord) };
    });
    const isElsewhere = fitting.some(({ places }) => places.length === 0);
    const isSureCry = cry >= leastOfSureCry || placesOf(true).length > 0;
    const isKnownPlace = isSureCry || best.length > 0 || definition !== undefined;
    // Where to turn stands above the pages, and leads none of them as well.
    const isShown = ({ sections: [lead] }: FoundPage) => help.some(({ id }) => id === lead?.id);
    return {
      help,
      mayNeedHelp: help.length === 0 && cry >= leastOfWorry,
      definition,
      pages: leadWith(
        best,
        ranked.filter((one) => !isShown(one)),
      ),
      isCovered:
        isKnownPlace ||
        query.exact === true ||
        isCovered(found, pages[0]?.sections[0], entries, isElsewhere) ||
        (!isElsewhere && language.hasDictionary && isNamed(found, await library.learnDictionary())),
      entries: entries.slice(0, mostEntries).flatMap(({ id }) => recordOf(id) ?? []),
      corrections,
      words,
    };
  };
}

/**
 * How surely words that no best bet for help knows are a cry for it all the same. One word alone is none, nor
 * is a term; what leads to a page by a best bet must be one for sure.
 */
async function hearCry(
  heard: readonly string[],
  known: readonly BestBet[],
  { catalogue, learnCries }: Library,
): Promise<number> {
  if (heard.length < 2 || known.some(({ isHelp }) => isHelp)) return -Infinity;
  if (findDefinition(heard, catalogue) !== undefined) return -Infinity;
  const score = cryScore(heard, await learnCries());
  const isLed = known.some(({ places }) => places.length > 0);
  return isLed && score < leastOfSureCry ? -Infinity : score;
}

/** Places of best bets stand before all other pages; a page's other sections stay with it. */
function leadWith(best: readonly FoundSection[], ranked: readonly FoundPage[]): FoundPage[] {
  const lead = best.map((one): FoundPage => {
    const { page } = one.section;
    const others = ranked.find((other) => other.page === page)?.sections ?? [];
    const also = others.filter(({ id }) => id !== one.id).slice(0, 2);
    const nearness = others.find(({ id }) => id === one.id)?.nearness ?? [];
    return { page, score: one.score, sections: [{ ...one, nearness }, ...also] };
  });
  const taken = new Set(lead.map(({ page }) => page));
  return [...lead, ...ranked.filter(({ page }) => !taken.has(page))];
}

/** Whether the last word may be unfinished. */
function isTyping({ text }: Query): boolean {
  return !/\s$/.test(text);
}

/**
 * The words to search for, once those typed are learnt. Only a word that nobody knows is worth loading all words there are. What a
 * best bet knows is left alone, above all the words of someone who needs help.
 */
async function read(
  query: Query,
  typed: string[],
  { learn, learnDictionary, lexicon }: Library,
  isKnown: boolean,
) {
  if (query.exact || isKnown) return { words: typed, corrections: [] };
  const typing = isTyping(query);
  const first = correctQuery(typed, lexicon, typing);
  if (first.corrections.length === 0 && first.strangers.length === 0) return first;
  const isListed = await learnDictionary();
  const second = correctQuery(typed, lexicon, typing, isListed);
  if (second.corrections.length === 0 && second.strangers.every(isListed)) return second;
  await learn('all');
  return correctQuery(typed, lexicon, typing, isListed);
}

function toFilters({ kind, topic }: Query): Filters {
  return {
    ...(kind && { kind: { any: [kind] } }),
    ...(topic && { topic: { any: [topic] } }),
  };
}
