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
const settings = { ranking: { metaWeights: { title: 0, page: 0, asked: 0 } } };

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
