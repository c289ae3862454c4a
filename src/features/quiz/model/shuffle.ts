import { createStore, type StorageLike } from '../../../lib/storage/store.ts';

/** Unsigned 32-bit FNV-1a hash of a text's UTF-16 code units; not cryptographic. */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * The indices 0 … count − 1, shuffled deterministically by seed and id. Never in ascending order,
 * which is the answer to an ordering. Fisher–Yates shuffle (Durstenfeld, 1964) with the generator
 * mulberry32 (Tommy Ettinger), which returns numbers in [0, 1).
 */
export function shuffledOrder(count: number, seed: number, id: string): number[] {
  let state = textHash(id) ^ seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  const asWritten = order.every((value, index) => value === index);
  return asWritten ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/**
 * The seed of this reader's shuffles: a random positive integer, stored on the device so that the
 * order of choices stays the same. Zero, the seed of the built page, if storage cannot be written.
 */
export function readerSeed(storage: () => StorageLike, random = Math.random): number {
  const parse = (json: unknown) => (Number.isInteger(json) ? Number(json) : undefined);
  const store = createStore('seed', parse, storage);
  const stored = store.read();
  if (stored !== undefined) return stored;
  const seed = Math.floor(random() * 0x7fffffff) + 1;
  return store.write(seed) ? seed : 0;
}
