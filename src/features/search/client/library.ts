import { getOrInsert } from '../../../lib/text/format.ts';
import { parseCatalogue } from '../model/catalogue.ts';
import { noCries, parseCries } from '../model/learnt.ts';
import { isInFilter } from '../model/correct.ts';
import type { Hit } from '../model/clauses.ts';
import { addShard, findShard, Lexicon } from '../model/lexicon.ts';
import { isFunctionWord, language, spellingsOf } from '../model/words.ts';

/** The loaded data of search: the index, the catalogue, and shards of the lexicon as they are needed. */
export type Library = Awaited<ReturnType<typeof openLibrary>>;

/** Opens the library. @throws LoadError when a file fails to load or is truncated. */
export async function openLibrary(root: URL) {
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
    /**
     * Finds a word, or a phrase in double quotes; returns results by the ids of their documents.
     * @throws LoadError when the index is incomplete.
     */
    find: async (term: string, filters: Filters) => {
      const results = await findDocuments(engine, term, filters, lexicon.uses(term));
      // Pagefind reports no error if a chunk of its index fails to load.
      const isMissing = results.length === 0 && lexicon.frequency(term) > 0;
      if (isMissing && Object.keys(filters).length === 0)
        throw new LoadError('The index is incomplete.');
      return new Map(results.map((result) => [result.id, result]));
    },
    catalogue,
    lexicon,
    /**
     * Loads the shards of these words, or all shards to correct a misspelling. Words whose shard fails to load are
     * searched for as typed.
     */
    learn: async (words: readonly string[] | 'all') => {
      const wanted = words === 'all' ? [...shards.keys()] : shardsOf(words, shards);
      const learnings = await Promise.allSettled(wanted.map(learnShard));
      const lost = wanted.filter((_, index) => learnings[index]?.status === 'rejected');
      if (words === 'all') return;
      for (const word of words)
        if (lost.includes(findShard(word, shards))) lexicon.assumed.add(word);
    },
    /**
     * Loads the dictionary; returns a test of whether a word is in it. The test is always false if the language has
     * no dictionary or it fails to load.
     */
    learnDictionary: async () => {
      const read = async (file: Response) => new Uint8Array(await file.arrayBuffer());
      const filter =
        language.hasDictionary && (await load('dictionary.bin', read).catch(() => undefined));
      if (!filter) return () => false;
      const isListed = (word: string) => word.length > 3 && isInFilter(word, filter);
      return (word: string) =>
        spellingsOf(word).some((one) => [one, ...language.baseForms(one)].some(isListed));
    },
    /** Loads the model of cries for help. If that fails, only best bets recognise them. */
    learnCries: () =>
      load('cries.txt', async (file) => parseCries(await file.text())).catch(() => noCries),
  };
}

/** Loads a value once per key; a failed load can be tried again. */
export function loadOnce<K, T>(
  loads: Map<K, Promise<T>>,
  key: K,
  load: () => Promise<T>,
): Promise<T> {
  const loading = getOrInsert(loads, key, load);
  loading.catch(() => loads.delete(key));
  return loading;
}

/** Returns the shards of words, their other spellings, and compounds with the next word ("stillface"). */
function shardsOf(words: readonly string[], starts: readonly string[]): number[] {
  const wanted = words.flatMap((word, index) =>
    isFunctionWord(word) ? [word] : [...spellingsOf(word), word + (words[index + 1] ?? '')],
  );
  const found = wanted.map((word) => findShard(word, starts));
  return [...new Set(found)].filter((shard) => shard >= 0);
}

/** A result of Pagefind. */
export interface EngineResult extends Hit {
  /** Loads the document's text. */
  data: () => Promise<Fragment>;
}

/** A document's text and metadata, as Pagefind stores them. */
export interface Fragment {
  content: string;
  /** Address of the document from the site's root, as it was indexed. */
  raw_url: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** Filters of a search: by name, the values of which a result has any. */
export type Filters = Record<string, { any: string[] }>;

/** The part of Pagefind's API that is used. */
export interface Engine {
  search: (term: string, options?: { filters?: Filters }) => Promise<{ results: EngineResult[] }>;
}

/** Pagefind's module. */
export interface EngineModule {
  createInstance: (options: Record<string, unknown>) => Engine;
}

/** A file of search failed to load, is truncated, or cannot be read by this browser. */
export class LoadError extends Error {}

/** Calls `read`, which reads files of search. @throws LoadError for any error. */
async function readFiles<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new LoadError('Search could not read its files.', { cause });
  }
}

/** Number of sections above which the engine runs in a worker: 11 KB more to load, but not on the main thread. */
const large = 2000;

/** Number of attempts to load the engine: browsers may cache a failed module, so a retry changes its address. */
let attempts = 0;

/** Folder of the index files, from the site's root. */
const folder = 'pagefind/';

/** Starts Pagefind. */
async function loadEngine(root: URL, isLarge: boolean): Promise<Engine> {
  const again = attempts++ === 0 ? '' : `?again=${String(attempts)}`;
  const address = new URL(`${folder}pagefind.js${again}`, root).href;
  const module = (await import(/* @vite-ignore */ address)) as EngineModule;
  return module.createInstance({ noWorker: !isLarge });
}

/** Finds documents for a term: Pagefind also matches prefixes ("experiment" for "ex"), dropped for a whole word. */
async function findDocuments(engine: Engine, term: string, filters: Filters, isWhole: boolean) {
  const search = (text: string) => readFiles(() => engine.search(text, { filters }));
  if (/\W/.test(term) || !isWhole) return (await search(term)).results;
  const [{ results }, exact] = await Promise.all([search(term), search(`"${term}"`)]);
  const ids = new Set(exact.results.map(({ id }) => id));
  return ids.size > 0 ? results.filter(({ id }) => ids.has(id)) : results;
}
