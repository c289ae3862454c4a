import { createStore, type StorageLike } from './store.ts';

/** An entry that knows when it was made, in milliseconds since 1970. */
export interface Dated {
  at: number;
}

/** Dated entries by kebab-case id. */
export type Entries<T extends Dated> = ReadonlyMap<string, T>;

/** Turns unknown JSON into an entry, or undefined when it has not the right shape. */
type ParseEntry<T> = (json: unknown) => T | undefined;

/**
 * Entries kept on the reader's device under `sb:` + key, so that two tabs do not undo one another. No
 * call throws; what another version of the site kept is not read.
 */
export function createEntryStore<T extends Dated>(
  key: string,
  parse: ParseEntry<T>,
  storage: () => StorageLike,
) {
  const store = createStore<unknown>(key, (json) => json, storage);
  /** What storage holds now, without entries that cannot be read. */
  const read = () => parseEntries(store.read(), parse);
  return {
    read,
    /** Adds entries to what storage holds now, the later one winning; false when it takes none. */
    keep: (entries: Entries<T>) => store.write(formatEntries(mergeEntries(read(), entries))),
    clear: store.clear,
  };
}

/** Both sets of entries; where an id is in both, the later entry. */
export function mergeEntries<T extends Dated>(one: Entries<T>, other: Entries<T>): Entries<T> {
  const merged = new Map(one);
  for (const [id, entry] of other) {
    const known = merged.get(id);
    if (!known || entry.at > known.at) merged.set(id, entry);
  }
  return merged;
}

/** Entries as storage and progress files hold them. */
export function formatEntries<T extends Dated>(entries: Entries<T>) {
  return { version: 1, entries: Object.fromEntries(entries) };
}

/**
 * The entries of unknown JSON that `parse` understands; all others are left out. At most 5,000 are
 * read, so that a foreign file cannot stall the page.
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
