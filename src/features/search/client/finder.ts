import { getOrInsert } from '../../../lib/text/format.ts';
import {
  importanceOf,
  joinAnswers,
  partPlaces,
  type Asked,
  type Found,
  type UnitFound,
} from '../model/evidence.ts';
import type { Question, Unit } from '../model/plan.ts';
import {
  LoadError,
  loadOnce,
  readFiles,
  type EngineResult,
  type Filters,
  type Library,
} from './library.ts';

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
  readonly #asked = new Map<string, Promise<ReadonlyMap<string, EngineResult>>>();
  readonly #joined = new Map<string, Found>();

  constructor(library: Library) {
    this.#library = library;
  }

  /**
   * What a word, or a phrase in double quotes, finds, by the ids of the records.
   * @throws LoadError when the index is incomplete.
   */
  ask(question: string, filters: Filters): Promise<ReadonlyMap<string, EngineResult>> {
    return loadOnce(this.#asked, `${JSON.stringify(filters)} ${question}`, async () => {
      const results = await this.#find(question, filters);
      // Pagefind keeps silent about a part of its index that did not arrive.
      const isMissing = results.length === 0 && this.#library.lexicon.frequency(question) > 0;
      if (isMissing && Object.keys(filters).length === 0)
        throw new LoadError('The index is incomplete.');
      return new Map(results.map((result) => [result.id, result]));
    });
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
        questions.map(async (question): Promise<Asked<EngineResult>> => {
          return [question, await this.ask(question.ask, filters)];
        }),
      );
    const answers = await Promise.all(
      units.map(async ({ text, own, synonyms }) => {
        const [itself, other] = await Promise.all([askAll(own), askAll(synonyms)]);
        const joined = { own: this.#join(itself, filters), synonyms: this.#join(other, filters) };
        return { asked: [...itself, ...other], found: { text, ...joined } };
      }),
    );
    const found = answers.map((one) => one.found);
    const isNothing = found.every(
      ({ own, synonyms }) => own.records.size + synonyms.records.size === 0,
    );
    if (isNothing && units.some(({ text }) => this.#library.lexicon.isAssumed(text)))
      throw new LoadError('Neither the index nor its words arrived.');
    return { found, recordOf: (id) => this.#toRecord(id, answers) };
  }

  #join(asked: readonly Asked[], filters: Filters): Found {
    const key = JSON.stringify([filters, asked.map(([question]) => question)]);
    return getOrInsert(this.#joined, key, () => joinAnswers(asked, this.#library.catalogue));
  }

  /** Where a record matches; undefined when it does nowhere. */
  #toRecord(
    id: string,
    answers: readonly { asked: readonly Asked<EngineResult>[]; found: UnitFound }[],
  ): FoundRecord | undefined {
    const section = this.#library.catalogue.sections.get(id);
    const matched: string[] = [];
    let result: EngineResult | undefined;
    const units = answers.map(({ asked, found }) => {
      const places = asked.flatMap(([{ ask }, results]) => {
        const one = results.get(id);
        result ??= one;
        const inText = one ? partPlaces(one.words, section).places : [];
        if (inText.length > 0) matched.push(ask.replaceAll('"', ''));
        return inText;
      });
      return { places, importance: importanceOf(found) };
    });
    return result && { id, result, units, matched, length: section?.length ?? Infinity };
  }
}
