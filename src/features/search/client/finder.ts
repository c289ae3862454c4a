import type { Catalogue } from '../model/catalogue.ts';
import {
  importanceOf,
  joinAnswers,
  partPlaces,
  type Answer,
  type Found,
  type Hit,
  type UnitFound,
} from '../model/evidence.ts';
import type { Question, Unit } from '../model/plan.ts';
import { LoadError, readFiles, type EngineResult, type Filters, type Library } from './library.ts';

/** A record that answers, with the ways to its text and to the words that match. */
export interface FoundRecord {
  id: string;
  result: EngineResult;
  /** Places of matched words in its text, by unit of the query. */
  units: { places: number[]; importance: number }[];
  /** Words and phrases that match, as they were asked for. */
  matched: string[];
  /** Words of its own text; what follows in the record is for matching only. */
  length: number;
}

/** What the units of a query found. */
export interface Findings {
  found: UnitFound[];
  /** A record that matches, by its id. */
  recordOf: (id: string) => FoundRecord | undefined;
}

/**
 * Asks the engine of a library. What it was asked before, it is not asked again: of a query that is being
 * typed, only the last word is new.
 */
export class Finder {
  readonly #library: Library;
  readonly #asked = new Map<string, Promise<EngineResult[]>>();
  readonly #joined = new Map<string, Found>();

  constructor(library: Library) {
    this.#library = library;
  }

  /** What a word, or a phrase in double quotes, finds. @throws LoadError when the index is incomplete. */
  ask(question: string, filters: Filters): Promise<EngineResult[]> {
    const key = `${JSON.stringify(filters)} ${question}`;
    const known = this.#asked.get(key);
    if (known) return known;
    const { lexicon } = this.#library;
    const asking = this.#find(question, filters).then((results) => {
      // Pagefind keeps silent about a part of its index that did not arrive.
      const isMissing = results.length === 0 && lexicon.frequency(question) > 0;
      if (isMissing && Object.keys(filters).length === 0)
        throw new LoadError('The index is incomplete.');
      return results;
    });
    asking.catch(() => this.#asked.delete(key));
    this.#asked.set(key, asking);
    return asking;
  }

  /** Pagefind finds all words that begin so, "experiment" for "ex"; of a whole word only its forms. */
  async #find(question: string, filters: Filters): Promise<EngineResult[]> {
    const { engine, lexicon } = this.#library;
    const search = (term: string) => readFiles(() => engine.search(term, { filters }));
    if (/\W/.test(question) || !lexicon.uses(question)) return (await search(question)).results;
    const [{ results }, exact] = await Promise.all([search(question), search(`"${question}"`)]);
    const ids = new Set(exact.results.map(({ id }) => id));
    return ids.size > 0 ? results.filter(({ id }) => ids.has(id)) : results;
  }

  /**
   * Everything that the units of a query find, asked at once so that the index arrives side by side.
   * @throws LoadError when the index is incomplete, or when nothing is found and nothing known.
   */
  async findUnits(units: readonly Unit[], filters: Filters): Promise<Findings> {
    const askAll = (questions: readonly Question[]) =>
      Promise.all(
        questions.map(async (question): Promise<Asked> => {
          return [question, await this.ask(question.ask, filters)];
        }),
      );
    const answers = await Promise.all(
      units.map(({ own, synonyms }) => Promise.all([askAll(own), askAll(synonyms)])),
    );
    const found = answers.map(([own, synonyms], index): UnitFound => {
      return {
        text: units[index]?.text ?? '',
        own: this.#join(own, filters),
        synonyms: this.#join(synonyms, filters),
      };
    });
    const isNothing = found.every(
      ({ own, synonyms }) => own.records.size + synonyms.records.size === 0,
    );
    if (isNothing && units.some(({ text }) => this.#library.lexicon.isAssumed(text)))
      throw new LoadError('Neither the index nor its words arrived.');
    const importance = found.map(importanceOf);
    const asked = answers.map(([own, synonyms]) => [...own, ...synonyms]);
    return { found, recordOf: (id) => toRecord(id, asked, importance, this.#library.catalogue) };
  }

  #join(asked: readonly Asked[], filters: Filters): Found {
    const key = JSON.stringify([filters, asked.map(([question]) => question)]);
    const known = this.#joined.get(key);
    if (known) return known;
    const answers = asked.map(([{ ask, weight }, results]): Answer => {
      return { weight, phrase: ask.startsWith('"'), hits: results.map(toHit) };
    });
    const joined = joinAnswers(answers, this.#library.catalogue);
    this.#joined.set(key, joined);
    return joined;
  }
}

type Asked = [Question, EngineResult[]];

function toHit({ id, score, words, matchedMetaFields = [] }: EngineResult): Hit {
  return { id, score, places: words, fields: matchedMetaFields };
}

const resultsById = new WeakMap<readonly EngineResult[], ReadonlyMap<string, EngineResult>>();

function byId(results: readonly EngineResult[]): ReadonlyMap<string, EngineResult> {
  const known = resultsById.get(results);
  if (known) return known;
  const found = new Map(results.map((result) => [result.id, result]));
  resultsById.set(results, found);
  return found;
}

/** Where a record matches; undefined when it does nowhere. */
function toRecord(
  id: string,
  asked: readonly (readonly Asked[])[],
  importance: readonly number[],
  { sections }: Catalogue,
): FoundRecord | undefined {
  const section = sections.get(id);
  const matched: string[] = [];
  let result: EngineResult | undefined;
  const units = asked.map((own, index) => {
    const places = own.flatMap(([{ ask }, results]) => {
      const one = byId(results).get(id);
      result ??= one;
      const inText = one ? partPlaces(one.words, section).places : [];
      if (inText.length > 0) matched.push(ask.replaceAll('"', ''));
      return inText;
    });
    return { places, importance: importance[index] ?? 0 };
  });
  return result && { id, result, units, matched, length: section?.length ?? Infinity };
}
