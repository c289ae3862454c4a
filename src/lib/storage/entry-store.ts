import { createStore, type StorageLike } from './store.ts';

/** An entry with a timestamp. */
export interface Dated {
  /** When it was made, in milliseconds since 1970. */
  at: number;
}

/** Dated entries by kebab-case id. */
export type Entries<T extends Dated> = ReadonlyMap<string, T>;

/** Parses unknown JSON as an entry; undefined if it has the wrong shape. */
type ParseEntry<T> = (json: unknown) => T | undefined;

/**
 * Entries in the reader's browser storage under `sb:` + key. Every write merges with the stored entries, so
 * that two tabs do not overwrite each other. No call throws; entries in another format are ignored.
 */
export function createEntryStore<T extends Dated>(
  key: string,
  parse: ParseEntry<T>,
  storage: () => StorageLike,
) {
  const store = createStore<unknown>(key, (json) => json, storage);
  /** The stored entries that can be parsed. */
  const read = () => parseEntries(store.read(), parse);
  return {
    read,
    /** Merges entries into the stored ones; false if storage cannot be written. */
    add: (entries: Entries<T>) => store.write(formatEntries(mergeEntries(read(), entries))),
    clear: store.clear,
  };
}

/** Merges two sets of entries; of two entries with the same id, the later one wins. */
export function mergeEntries<T extends Dated>(one: Entries<T>, other: Entries<T>): Entries<T> {
  const merged = new Map(one);
  for (const [id, entry] of other) {
    const known = merged.get(id);
    if (!known || entry.at > known.at) merged.set(id, entry);
  }
  return merged;
}

/** Entries in the format of storage and of progress files. */
export function formatEntries<T extends Dated>(entries: Entries<T>) {
  return { version: 1, entries: Object.fromEntries(entries) };
}

/**
 * The entries in unknown JSON that `parse` accepts. At most 5,000 are read, so that a huge file cannot
 * freeze the page.
 */
export function parseEntries<T extends Dated>(json: unknown, parse: ParseEntry<T>): Entries<T> {
  const entries = new Map<string, T>();
  if (!isRecord(json) || json['version'] !== 1 || !isRecord(json['entries'])) return entries;
  for (const [id, entry] of Object.entries(json['entries']).slice(0, 5000)) {
    const value = parse(entry);
    if (value !== undefined && /^[a-z0-9-]{1,80}$/.test(id)) entries.set(id, value);
  }
  return entries;
}

/** Whether unknown JSON is an object with fields. */
export function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
