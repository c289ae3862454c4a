import type { Catalogue } from '../model/catalogue.ts';
import {
  importanceOf,
  joinAnswers,
  partPlaces,
  type Answer,
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
  /** Records that match, by their ids. */
  records: Map<string, FoundRecord>;
}

/** Asks the engine of a library; what it was asked before, it is not asked again. */
export class Finder {
  readonly #library: Library;
  readonly #asked = new Map<string, Promise<EngineResult[]>>();

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
    const { catalogue } = this.#library;
    const askAll = (questions: readonly Question[]) =>
      Promise.all(
        questions.map(async (question): Promise<Asked> => {
          return [question, await this.ask(question.ask, filters)];
        }),
      );
    const answers = await Promise.all(
      units.map(({ own, synonyms }) => Promise.all([askAll(own), askAll(synonyms)])),
    );
    const records = new Map<string, FoundRecord>();
    const found = answers.map(([own, synonyms], index): UnitFound => {
      keep(records, [...own, ...synonyms], index, units, catalogue);
      const { text = '', weight = 0 } = units[index] ?? {};
      return { text, weight, own: join(own, catalogue), synonyms: join(synonyms, catalogue) };
    });
    if (records.size === 0 && units.some(({ text }) => this.#library.lexicon.isAssumed(text)))
      throw new LoadError('Neither the index nor its words arrived.');
    const importance = found.map(importanceOf);
    for (const { units: own } of records.values()) {
      own.forEach((unit, index) => (unit.importance = importance[index] ?? 0));
    }
    return { found, records };
  }
}

type Asked = [Question, EngineResult[]];

function join(asked: readonly Asked[], catalogue: Catalogue) {
  const answers = asked.map(([{ ask, weight }, results]): Answer => {
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
  { sections }: Catalogue,
): void {
  for (const [{ ask }, results] of asked) {
    for (const result of results) {
      const { places } = partPlaces(result.words, sections.get(result.id));
      const record = records.get(result.id) ?? {
        id: result.id,
        result,
        units: units.map(() => ({ places: [], importance: 0 })),
        matched: [],
        length: sections.get(result.id)?.length ?? Infinity,
      };
      record.units[index]?.places.push(...places);
      if (places.length > 0) record.matched.push(ask.replaceAll('"', ''));
      records.set(result.id, record);
    }
  }
}
