import type { StorageLike } from '../../../src/lib/storage/store.ts';

/** A storage in memory, with what it holds. */
export function memoryStorage(entries: Record<string, string> = {}): StorageLike {
  const map = new Map(Object.entries(entries));
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

/** A storage that takes nothing more. */
export function fullStorage(): StorageLike {
  return {
    ...memoryStorage(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
}
