import { getOrInsert } from '../../../lib/text/format.ts';
import { parseCatalogue, type Catalogue } from '../model/catalogue.ts';
import { noCries, parseCries, type CryWeights } from '../model/learnt.ts';
import { isInFilter } from '../model/correct.ts';
import type { Hit } from '../model/units.ts';
import { addShard, findShard, Lexicon } from '../model/lexicon.ts';
import { isFunctionWord, language, spellingsOf } from '../model/words.ts';

/** All that a search reads: the index, the catalogue, and words as they are needed. */
export interface Library {
  /**
   * What a word, or a phrase in double quotes, finds, by the ids of the documents.
   * @throws LoadError when the index is incomplete.
   */
  find: (term: string, filters: Filters) => Promise<ReadonlyMap<string, EngineResult>>;
  catalogue: Catalogue;
  lexicon: Lexicon;
  /**
   * Loads what is known of these words; all words there are, for a spelling nothing is near to. Words
   * whose file does not arrive are searched for as they were typed.
   */
  learn: (words: readonly string[] | 'all') => Promise<void>;
  /**
   * Loads the test of whether a word belongs to the language, whether or not the site uses it. Without
   * that list, as when it does not arrive, no word is known to.
   */
  learnDictionary: () => Promise<(word: string) => boolean>;
  /** Loads what tells a cry for help. When that does not arrive, none is heard but by best bets. */
  learnCries: () => Promise<CryWeights>;
}

/** Opens the library. @throws LoadError when a part of it cannot be loaded or is cut short. */
export async function openLibrary(root: URL): Promise<Library> {
  const loads = new Map<string, Promise<unknown>>();
  const load = <T>(name: string, read: (file: Response) => Promise<T>) =>
    loadOnce(loads, name, async () => {
      const file = await fetch(new URL(folder + name, root));
      if (!file.ok) throw new Error(`${name}: ${String(file.status)}`);
      return read(file);
    }) as Promise<T>;
  const catalogue = await readFiles(() =>
    load('catalogue.json', async (file) => parseCatalogue(await file.text())),
  );
  const { shards } = catalogue;
  const engine = await readFiles(() => loadEngine(root, catalogue.sections.size > large));
  const lexicon = new Lexicon();
  const learnShard = (shard: number) =>
    load(`words/${String(shard)}.txt`, async (file) => {
      addShard(await file.text(), lexicon);
    });
  return {
    find: async (term, filters) => {
      const results = await findDocuments(engine, term, filters, lexicon.uses(term));
      // Pagefind keeps silent about a part of its index that did not arrive.
      const isMissing = results.length === 0 && lexicon.frequency(term) > 0;
      if (isMissing && Object.keys(filters).length === 0)
        throw new LoadError('The index is incomplete.');
      return new Map(results.map((result) => [result.id, result]));
    },
    catalogue,
    lexicon,
    learn: async (words) => {
      const wanted = words === 'all' ? [...shards.keys()] : shardsOf(words, shards);
      const learnings = await Promise.allSettled(wanted.map(learnShard));
      const lost = wanted.filter((_, index) => learnings[index]?.status === 'rejected');
      if (words === 'all') return;
      for (const word of words)
        if (lost.includes(findShard(word, shards))) lexicon.assumed.add(word);
    },
    learnDictionary: async () => {
      const read = async (file: Response) => new Uint8Array(await file.arrayBuffer());
      const filter =
        language.hasDictionary && (await load('dictionary.bin', read).catch(() => undefined));
      if (!filter) return () => false;
      const isListed = (word: string) => word.length > 3 && isInFilter(word, filter);
      return (word) =>
        spellingsOf(word).some((one) => [one, ...language.baseForms(one)].some(isListed));
    },
    learnCries: () =>
      load('cries.txt', async (file) => parseCries(await file.text())).catch(() => noCries),
  };
}

/** Loads something once; what failed may be asked for again. */
export function loadOnce<K, T>(
  loads: Map<K, Promise<T>>,
  key: K,
  load: () => Promise<T>,
): Promise<T> {
  const loading = getOrInsert(loads, key, load);
  loading.catch(() => loads.delete(key));
  return loading;
}

/** Shards of the words, of their other spellings, and of what they make with the next word, such as "stillface". */
function shardsOf(words: readonly string[], starts: readonly string[]): number[] {
  const wanted = words.flatMap((word, index) =>
    isFunctionWord(word) ? [word] : [...spellingsOf(word), word + (words[index + 1] ?? '')],
  );
  const found = wanted.map((word) => findShard(word, starts));
  return [...new Set(found)].filter((shard) => shard >= 0);
}

/** What Pagefind knows of a document that it found. */
export interface EngineResult extends Hit {
  /** Loads the document's text. */
  data: () => Promise<Fragment>;
}

/** A document's text and what the index keeps with it. */
export interface Fragment {
  content: string;
  /** Address of the document from the site's root, as it was indexed. */
  raw_url: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** Filters of a search: allowed values by name, any of them. */
export type Filters = Record<string, { any: string[] }>;

/** The part of Pagefind that is used. */
export interface Engine {
  search: (term: string, options?: { filters?: Filters }) => Promise<{ results: EngineResult[] }>;
}

/** Pagefind's module. */
export interface EngineModule {
  createInstance: (options: Record<string, unknown>) => Engine;
}

/** A file of search did not arrive, was cut short, or cannot be read by this browser. */
export class LoadError extends Error {}

/** What `read` makes of files of search. @throws LoadError for whatever it throws. */
async function readFiles<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new LoadError('Search could not read its files.', { cause });
  }
}

/** From so many sections on, the engine runs in a worker, which costs 11 KB more to load and spares the page's own thread. */
const large = 2000;

/** Browsers may remember that a module failed to load; another address gets it tried again. */
let attempts = 0;

/** Index files stand in this folder of the site. */
const folder = 'pagefind/';

/** Starts Pagefind; fields are told apart and weighed by us. */
async function loadEngine(root: URL, isLarge: boolean): Promise<Engine> {
  const again = attempts++ === 0 ? '' : `?again=${String(attempts)}`;
  const address = new URL(`${folder}pagefind.js${again}`, root).href;
  const module = (await import(/* @vite-ignore */ address)) as EngineModule;
  return module.createInstance({ noWorker: !isLarge });
}

/** Pagefind finds all words that begin so, "experiment" for "ex"; of a whole word only its forms. */
async function findDocuments(engine: Engine, term: string, filters: Filters, isWhole: boolean) {
  const search = (text: string) => readFiles(() => engine.search(text, { filters }));
  if (/\W/.test(term) || !isWhole) return (await search(term)).results;
  const [{ results }, exact] = await Promise.all([search(term), search(`"${term}"`)]);
  const ids = new Set(exact.results.map(({ id }) => id));
  return ids.size > 0 ? results.filter(({ id }) => ids.has(id)) : results;
}
