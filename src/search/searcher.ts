import type { Catalogue } from '../lib/search/catalogue.ts';
import { type Answer as Answered, type Hit, joinAnswers } from '../lib/search/evidence.ts';
import { type Correction, mend } from '../lib/search/mend.ts';
import { planQuery, type Question, type Unit } from '../lib/search/plan.ts';
import { type RankedPage, rankPages, scoreRecords, type UnitFound } from '../lib/search/rank.ts';
import { splitQuery } from '../lib/search/words.ts';
import { type EngineResult, type Filters, LoadError, readFiles } from './engine.ts';
import type { Library } from './library.ts';

/** A search as the reader set it. */
export interface Query {
  text: string;
  /** Searches for the words as they were typed, without putting them right. */
  exact?: boolean;
  kind?: string;
  topic?: string;
}

/** A record that answers, with the ways to its text and to the words that match. */
export interface FoundRecord {
  id: string;
  result: EngineResult;
  /** Places of matched words in its text, one list a unit of the query. */
  places: number[][];
  /** Words and phrases that match, as they were asked for. */
  matched: string[];
}

/** What a query found. */
export interface Answer {
  /** Pages and questions, best first. */
  pages: (RankedPage & { record: FoundRecord })[];
  /** Glossary terms and works, best first and mixed; only their text tells which is which. */
  entries: FoundRecord[];
  corrections: Correction[];
  /** Words that were searched. */
  words: string[];
}

/** How many terms and works are kept. */
const mostEntries = 8;

/** Answers queries from a library; what the engine was asked before, it is not asked again. */
export function createSearcher(library: Library) {
  const { catalogue, engine, lexicon } = library;
  const asked = new Map<string, Promise<EngineResult[]>>();

  /** Pagefind finds all words that begin so, "experiment" for "ex"; of a whole word only its forms. */
  const find = async (question: string, filters: Filters): Promise<EngineResult[]> => {
    const search = (term: string) => readFiles(() => engine.search(term, { filters }));
    if (/\W/.test(question) || !lexicon.uses(question)) return (await search(question)).results;
    const [{ results }, exact] = await Promise.all([search(question), search(`"${question}"`)]);
    const ids = new Set(exact.results.map(({ id }) => id));
    return ids.size > 0 ? results.filter(({ id }) => ids.has(id)) : results;
  };

  const ask = (question: string, filters: Filters): Promise<EngineResult[]> => {
    const key = `${JSON.stringify(filters)} ${question}`;
    const known = asked.get(key);
    if (known) return known;
    const asking = find(question, filters).then((results) => {
      // Pagefind keeps silent about a part of its index that did not arrive.
      const isMissing = results.length === 0 && lexicon.frequency(question) > 0;
      if (isMissing && Object.keys(filters).length === 0)
        throw new LoadError('The index is incomplete.');
      return results;
    });
    asking.catch(() => asked.delete(key));
    asked.set(key, asking);
    return asking;
  };

  /** All questions of a unit at once, so that parts of the index arrive side by side. */
  const askUnit = async (unit: Unit, filters: Filters) => {
    const askAll = (questions: readonly Question[]) =>
      Promise.all(
        questions.map(async (question): Promise<Asked> => {
          return [question, await ask(question.ask, filters)];
        }),
      );
    const [own, synonyms] = await Promise.all([askAll(unit.own), askAll(unit.synonyms)]);
    return { own, synonyms };
  };

  /** The answer; undefined when it was abandoned. @throws LoadError when the index cannot be read. */
  return async (query: Query, signal: AbortSignal): Promise<Answer | undefined> => {
    const typed = splitQuery(query.text);
    const { words, corrections } = await read(query, typed, library);
    if (signal.aborted) return undefined;
    const units = planQuery(words, lexicon);
    const filters = toFilters(query);
    const answers = await Promise.all(units.map((unit) => askUnit(unit, filters)));
    if (signal.aborted) return undefined;
    const records = new Map<string, FoundRecord>();
    const found = answers.map(({ own, synonyms }, index): UnitFound => {
      keep(records, [...own, ...synonyms], index, units);
      const weight = units[index]?.weight ?? 0;
      return { weight, own: join(own, catalogue), synonyms: join(synonyms, catalogue) };
    });
    const pages = rankPages(words, found, catalogue).flatMap((ranked) => {
      const record = records.get(ranked.id);
      return record ? [{ ...ranked, record }] : [];
    });
    return { pages, entries: rankEntries(found, records, library), corrections, words };
  };
}

/** The words to search for. Only a word that nobody knows is worth loading all words there are. */
async function read({ text, exact }: Query, typed: string[], { learn, lexicon }: Library) {
  await learn(typed);
  if (exact) return { words: typed, corrections: [] };
  const isTyping = !/\s$/.test(text);
  const first = mend(typed, lexicon, isTyping);
  if (first.corrections.length === 0 && first.strangers === 0) return first;
  await learn('all');
  return mend(typed, lexicon, isTyping);
}

type Asked = [Question, EngineResult[]];

function join(asked: readonly Asked[], catalogue: Catalogue) {
  const answers = asked.map(([{ ask, weight }, results]): Answered => {
    return { weight, phrase: ask.startsWith('"'), hits: results.map(toHit) };
  });
  return joinAnswers(answers, catalogue);
}

function toHit({ id, score, words, matchedMetaFields = [] }: EngineResult): Hit {
  return { id, score, places: words, fields: matchedMetaFields };
}

/** Remembers where records match. */
function keep(
  records: Map<string, FoundRecord>,
  asked: readonly Asked[],
  index: number,
  units: readonly Unit[],
): void {
  for (const [{ ask }, results] of asked) {
    for (const result of results) {
      const record = records.get(result.id) ?? {
        id: result.id,
        result,
        places: units.map(() => []),
        matched: [],
      };
      record.places[index]?.push(...result.words);
      if (result.words.length > 0) record.matched.push(ask.replaceAll('"', ''));
      records.set(result.id, record);
    }
  }
}

function rankEntries(
  found: readonly UnitFound[],
  records: ReadonlyMap<string, FoundRecord>,
  { catalogue }: Library,
): FoundRecord[] {
  return [...scoreRecords(found)]
    .filter(([id]) => !catalogue.sections.has(id))
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostEntries)
    .flatMap(([id]) => records.get(id) ?? []);
}

function toFilters({ kind, topic }: Query): Filters {
  return {
    ...(kind && { kind: { any: [kind] } }),
    ...(topic && { topic: { any: [topic] } }),
  };
}
