import {
  findBets,
  findDefinition,
  type BestBet,
  type PageEntry,
  type SectionEntry,
} from '../model/catalogue.ts';
import { correctQuery, type Correction } from '../model/correct.ts';
import type { ExcerptSource } from '../model/excerpt.ts';
import {
  cryScore,
  leastOfCry,
  leastOfSureCry,
  leastOfWorry,
  readLeanings,
} from '../model/learnt.ts';
import {
  joinAnswers,
  splitPlaces,
  planQuery,
  type TermHits,
  type Clause,
  type ClauseResult,
} from '../model/clauses.ts';
import { isCovered, isNamed, rankEntries, rankPages, readFeatures } from '../model/rank.ts';
import { language, splitQuery, splitWords, wordsForBets } from '../model/words.ts';
import { LoadError, loadOnce, type EngineResult, type Filters, type Library } from './library.ts';

/** A query with its filters. */
export interface Query {
  text: string;
  /** Searches for the words as typed, without correction. */
  exact?: boolean;
  kind?: string;
  topic?: string;
}

/** A document that answers a query, with the input of its excerpt. */
export interface FoundDocument extends ExcerptSource {
  id: string;
  section: SectionEntry | undefined;
  result: EngineResult;
  /** The terms that match its own text. */
  matched: string[];
}

/** A section that answers a query. */
export interface FoundSection extends FoundDocument {
  section: SectionEntry;
}

/** A page that answers a query, with its best sections, best first. */
export interface FoundPage {
  page: PageEntry;
  sections: FoundSection[];
}

/** The answer to a query. */
export interface Answer {
  /** Sections on where to turn for help, if the query sounds like a cry for help. */
  help: FoundSection[];
  /** Whether the reader may need help, though not surely enough for `help`. */
  mayNeedHelp: boolean;
  /** The glossary entry, if the query asks what a term means. */
  definition: FoundDocument | undefined;
  /** Pages and questions, best first. */
  pages: FoundPage[];
  /** Glossary terms and works, mixed, best first; only their loaded data distinguishes them. */
  entries: FoundDocument[];
  /** Whether the guide seems to cover the query. */
  isCovered: boolean;
  corrections: Correction[];
  /** The words that were searched, after correction. */
  words: string[];
}

/** Maximum number of pages in an answer, more than are ever shown. */
const mostPages = 40;

/** Maximum number of terms and works in an answer. */
const mostEntries = 8;

/** A clause of a query with its matches and the hits of its terms. */
interface AnsweredClause extends ClauseResult {
  termHits: TermHits<EngineResult>[];
}

/**
 * Searches the index for all clauses of a query, in parallel.
 * @param known cache of earlier results: while a query is being typed, only the last word is new.
 * @throws LoadError when the index is incomplete, or when there are no matches and the lexicon failed to load.
 */
export async function findClauses(
  { find, catalogue, lexicon }: Library,
  clauses: readonly Clause[],
  filters: Filters = {},
  known = new Map<string, Promise<AnsweredClause>>(),
): Promise<AnsweredClause[]> {
  const found = await Promise.all(
    clauses.map((clause) =>
      loadOnce(known, JSON.stringify([filters, clause]), async () => {
        const ask = (isSame: boolean) => {
          const terms = clause.terms.filter(({ weight }) => (weight === 1) === isSame);
          return Promise.all(
            terms.map(async (term): Promise<TermHits<EngineResult>> => {
              return [term, await find(term.text, filters)];
            }),
          );
        };
        const termHits = await ask(true);
        const isKnown = termHits.some(([, hits]) =>
          [...hits.keys()].some((id) => catalogue.sections.has(id)),
        );
        // Synonyms count only if no section has the word itself.
        if (!isKnown) termHits.push(...(await ask(false)));
        return { text: clause.text, termHits, ...joinAnswers(termHits, catalogue) };
      }),
    ),
  );
  const isNothing = found.every(({ documents }) => documents.size === 0);
  const isAssumed = ({ text }: Clause) =>
    lexicon.assumed.has(text) && lexicon.frequency(text) === 0;
  if (isNothing && clauses.some(isAssumed))
    throw new LoadError('Neither the index nor its words arrived.');
  return found;
}

/** Returns where a document matches; undefined if it does not. */
function readDocument(
  id: string,
  found: readonly AnsweredClause[],
  section: SectionEntry | undefined,
  nearness?: readonly number[],
): FoundDocument | undefined {
  const matched: string[] = [];
  let result: EngineResult | undefined;
  const clauses = found.map(({ termHits, importance }) => {
    const places = termHits.flatMap(([{ text }, results]) => {
      const one = results.get(id);
      result ??= one;
      const inText = one ? splitPlaces(one.words, section).places : [];
      if (inText.length > 0) matched.push(text.replaceAll('"', ''));
      return inText;
    });
    return { places, importance };
  });
  return result && { id, result, clauses, matched, section, nearness };
}

function isSection(found: FoundDocument | undefined): found is FoundSection {
  return found?.section !== undefined;
}

/** Makes a function that answers queries from a library. */
export function createSearcher(library: Library) {
  const { catalogue, lexicon } = library;
  const { sections, terms } = catalogue;
  const answered = new Map<string, Promise<AnsweredClause>>();

  /**
   * Answers a query.
   * @throws LoadError when the index cannot be read, and the signal's reason when the query was abandoned.
   */
  return async (query: Query, signal: AbortSignal): Promise<Answer> => {
    const typed = splitQuery(query.text);
    const betWords = wordsForBets(query.text);
    const known = findBets(betWords, catalogue.bets);
    const [cry] = await Promise.all([scoreCry(betWords, known, library), library.learn(typed)]);
    const isCry = cry >= leastOfCry;
    const { words, corrections } = await read(query, typed, library, isCry || known.length > 0);
    signal.throwIfAborted();
    const filters = toFilters(query);
    const clauses = planQuery(words, lexicon, isTyping(query));
    const found = await findClauses(library, clauses, filters, answered);
    signal.throwIfAborted();
    const documentOf = (id: string, nearness?: readonly number[]) =>
      readDocument(id, found, sections.get(id), nearness);

    /** Finds a document that may not match the query, by the words of its title. */
    const findDocument = async (id: string, among: Filters): Promise<FoundDocument | undefined> => {
      const known = documentOf(id);
      if (known) return known;
      const section = sections.get(id);
      const title = splitWords(section?.heading ?? terms.get(id)?.term ?? '').join(' ');
      const result = (await library.find(title, among)).get(id);
      return result && { id, result, clauses: [], matched: [], section };
    };
    const findPlaces = async (ids: readonly string[], among: Filters) => {
      const documents = await Promise.all([...new Set(ids)].map((id) => findDocument(id, among)));
      return documents.filter(isSection);
    };

    const fitting = corrections.length > 0 ? findBets(words, catalogue.bets) : known;
    const placesOf = (isHelp: boolean, of = fitting) =>
      of.filter((bet) => bet.isHelp === isHelp).flatMap(({ places }) => places);
    const term = findDefinition(words, catalogue);
    const [help, best, definition] = await Promise.all([
      findPlaces(placesOf(true, isCry ? catalogue.bets : fitting), {}),
      findPlaces(placesOf(false), filters),
      term === undefined ? undefined : findDocument(term, filters),
    ]);
    signal.throwIfAborted();
    const leanings = readLeanings(words, lexicon, sections);
    const pages = rankPages(readFeatures(found, catalogue, leanings)).slice(0, mostPages);
    const entries = rankEntries(found, catalogue);
    // Help is shown above the pages, and not again as the first section of a page.
    const ranked = pages
      .filter(({ sections: [lead] }) => !help.some(({ id }) => id === lead.id))
      .map(({ page, sections: own }) => {
        const documents = own.map(({ id, nearness }) => documentOf(id, nearness));
        return { page, sections: documents.filter(isSection) };
      });
    const isElsewhere = fitting.some(({ places }) => places.length === 0);
    const isSureCry = cry >= leastOfSureCry || placesOf(true).length > 0;
    const isKnownPlace = isSureCry || best.length > 0 || definition !== undefined;
    return {
      help,
      mayNeedHelp: help.length === 0 && cry >= leastOfWorry,
      definition,
      pages: leadWith(best, ranked),
      isCovered:
        isKnownPlace ||
        query.exact === true ||
        isCovered(found, pages[0]?.sections[0], entries, isElsewhere) ||
        (!isElsewhere && language.hasDictionary && isNamed(found, await library.learnDictionary())),
      entries: entries.slice(0, mostEntries).flatMap(({ id }) => documentOf(id) ?? []),
      corrections,
      words,
    };
  };
}

/**
 * Scores how likely words that match no best bet for help are a cry for help. -Infinity for one word and for a
 * glossary term; words that match a best bet for a page need the highest threshold.
 */
async function scoreCry(
  betWords: readonly string[],
  known: readonly BestBet[],
  { catalogue, learnCries }: Library,
): Promise<number> {
  if (betWords.length < 2 || known.some(({ isHelp }) => isHelp)) return -Infinity;
  if (findDefinition(betWords, catalogue) !== undefined) return -Infinity;
  const score = cryScore(betWords, await learnCries());
  const isLed = known.some(({ places }) => places.length > 0);
  return isLed && score < leastOfSureCry ? -Infinity : score;
}

/** Puts the places of best bets before all other pages, each with two other sections of its page. */
function leadWith(best: readonly FoundSection[], ranked: readonly FoundPage[]): FoundPage[] {
  const lead = best.map((one): FoundPage => {
    const { page } = one.section;
    const others = ranked.find((other) => other.page === page)?.sections ?? [];
    const own = others.find(({ id }) => id === one.id) ?? one;
    return { page, sections: [own, ...others.filter((other) => other !== own).slice(0, 2)] };
  });
  const taken = new Set(lead.map(({ page }) => page));
  return [...lead, ...ranked.filter(({ page }) => !taken.has(page))];
}

/** Whether the last word may be unfinished. */
function isTyping({ text }: Query): boolean {
  return !/\s$/.test(text);
}

/**
 * Returns the words to search for and their corrections, once the shards of the typed words are loaded. Loads all
 * shards only for a word that is not in the lexicon or dictionary. A query that matches a best bet is not corrected.
 */
async function read(
  query: Query,
  typed: string[],
  { learn, learnDictionary, lexicon }: Library,
  isKnown: boolean,
) {
  if (query.exact || isKnown) return { words: typed, corrections: [] };
  const correct = (isListed?: (word: string) => boolean) =>
    correctQuery(typed, lexicon, isTyping(query), isListed);
  const first = correct();
  if (first.corrections.length === 0 && first.unknownWords.length === 0) return first;
  const isListed = await learnDictionary();
  const second = correct(isListed);
  if (second.corrections.length === 0 && second.unknownWords.every(isListed)) return second;
  await learn('all');
  return correct(isListed);
}

function toFilters({ kind, topic }: Query): Filters {
  return {
    ...(kind && { kind: { any: [kind] } }),
    ...(topic && { topic: { any: [topic] } }),
  };
}
