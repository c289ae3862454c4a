import { createStore, type StorageLike } from '../../../lib/storage/store.ts';

/**
 * The seed of this reader's shuffles: a random whole number, made once and kept on the device so
 * that answers keep their places. Zero, the order of the page as built, when it cannot be kept.
 */
export function readerSeed(storage: () => StorageLike, random: () => number): number {
  const store = createStore('seed', parseSeed, storage);
  const kept = store.read();
  if (kept !== undefined) return kept;
  const seed = Math.floor(random() * 0x7fffffff) + 1;
  return store.write(seed) ? seed : 0;
}

function parseSeed(json: unknown): number | undefined {
  return typeof json === 'number' && Number.isInteger(json) ? json : undefined;
}
