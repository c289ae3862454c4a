import { parseCatalogue, type Catalogue } from '../model/catalogue.ts';
import { isInFilter } from '../model/bloom.ts';
import { language } from '../model/languages/language.ts';
import { isFunctionWord } from '../model/words.ts';
import { Lexicon } from '../model/lexicon.ts';
import { addShard, findShard } from '../model/shard.ts';

/** From so many sections on, the engine runs in a worker. */
const large = 2000;

/** All that a search reads: the engine, the catalogue, and words as they are needed. */
export interface Library {
  engine: Engine;
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
}

/** Opens the library. @throws LoadError when a part of it cannot be loaded or is cut short. */
export async function openLibrary(root: URL): Promise<Library> {
  const catalogue = await readFiles(async () =>
    parseCatalogue(await loadIndexFile(root, 'catalogue.json')),
  );
  const engine = await readFiles(() => loadEngine(root, catalogue.sections.size > large));
  const lexicon = new Lexicon();
  const learnt = new Map<number, Promise<void>>();
  const learnShard = (shard: number) => {
    const known = learnt.get(shard);
    if (known) return known;
    const loading = loadIndexFile(root, `words/${String(shard)}.txt`).then((text) => {
      addShard(text, lexicon);
    });
    // A shard that failed may be asked for again.
    loading.catch(() => learnt.delete(shard));
    learnt.set(shard, loading);
    return loading;
  };
  let dictionary: Promise<(word: string) => boolean> | undefined;
  const readDictionary = async () => {
    if (!language.hasDictionary) return () => false;
    try {
      const filter = new Uint8Array(await loadIndexBytes(root, 'dictionary.bin'));
      const isListed = (word: string) => word.length > 3 && isInFilter(word, filter);
      return (word: string) => isListed(word) || language.baseForms(word).some(isListed);
    } catch {
      dictionary = undefined;
      return () => false;
    }
  };
  return {
    engine,
    catalogue,
    lexicon,
    learn: async (words) => {
      const { shards } = catalogue;
      const wanted = words === 'all' ? [...shards.keys()] : shardsOf(words, shards);
      const learnings = await Promise.allSettled(wanted.map(learnShard));
      const lost = new Set(wanted.filter((_, index) => learnings[index]?.status === 'rejected'));
      if (words === 'all' || lost.size === 0) return;
      for (const word of words) if (lost.has(findShard(word, shards))) lexicon.assume(word);
    },
    learnDictionary: () => (dictionary ??= readDictionary()),
  };
}

/** Shards of the words, of their other spellings, and of what they make with the next word, such as "stillface". */
function shardsOf(words: readonly string[], starts: readonly string[]): number[] {
  const wanted = words.flatMap((word, index) =>
    isFunctionWord(word)
      ? [word]
      : [word, language.otherSpelling(word) ?? word, word + (words[index + 1] ?? '')],
  );
  const found = wanted.map((word) => findShard(word, starts));
  return [...new Set(found)].filter((shard) => shard >= 0);
}

/** What Pagefind knows of a record that it found. */
export interface EngineResult {
  id: string;
  score: number;
  /** Places of matched words in the record's text. */
  words: number[];
  matchedMetaFields?: string[];
  /** Loads the record's text. */
  data: () => Promise<Fragment>;
}

/** A record's text and what the index keeps with it. */
export interface Fragment {
  content: string;
  /** Address of the record from the site's root, as it was indexed. */
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
export async function readFiles<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new LoadError('Search could not read its files.', { cause });
  }
}

/** Settings of every search: the text's own score, with the fields told apart and weighed by us. */
const settings = { ranking: { metaWeights: { title: 0 } } };

/** Browsers may remember that a module failed to load; another address gets it tried again. */
let attempts = 0;

/** Index files stand in this folder of the site. */
const folder = 'pagefind/';

/**
 * Starts Pagefind. A worker costs 11 KB more to load and spares the page's own thread only where an
 * index is large. @throws Error when the engine or its index cannot be loaded.
 */
export async function loadEngine(root: URL, isLarge: boolean): Promise<Engine> {
  const again = attempts++ === 0 ? '' : `?again=${String(attempts)}`;
  const address = new URL(`${folder}pagefind.js${again}`, root).href;
  const module = (await import(/* @vite-ignore */ address)) as EngineModule;
  return module.createInstance({ ...settings, noWorker: !isLarge });
}

/** Text of a file beside the index. @throws Error when it cannot be loaded. */
export async function loadIndexFile(root: URL, name: string): Promise<string> {
  return (await request(root, name)).text();
}

/** Bytes of a file beside the index. @throws Error when it cannot be loaded. */
export async function loadIndexBytes(root: URL, name: string): Promise<ArrayBuffer> {
  return (await request(root, name)).arrayBuffer();
}

async function request(root: URL, name: string): Promise<Response> {
  const response = await fetch(new URL(folder + name, root));
  if (!response.ok) throw new Error(`${name}: ${String(response.status)}`);
  return response;
}
