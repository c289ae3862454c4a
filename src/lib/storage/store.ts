/** The methods of the browser's Storage in use; each may throw. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Prefix of all storage keys of the site; "forget everything" removes the keys with it. */
export const keyPrefix = 'sb:';

/**
 * A value in the reader's browser storage under `sb:` + key. No call throws, even if storage is blocked,
 * full or corrupt. `parse` returns undefined for JSON of the wrong shape. `storage` is a function because
 * reading `localStorage` may throw.
 */
export function createStore<T>(
  key: string,
  parse: (json: unknown) => T | undefined,
  storage: () => StorageLike,
) {
  const name = keyPrefix + key;
  const attempt = <R>(action: (open: StorageLike) => R): R | undefined => {
    try {
      return action(storage());
    } catch {
      return undefined;
    }
  };
  return {
    /** The stored value, or undefined when there is none that can be parsed. */
    read: (): T | undefined =>
      attempt((open) => {
        const text = open.getItem(name);
        return text === null ? undefined : parse(JSON.parse(text));
      }),
    /** Stores a value; false if storage cannot be written. */
    write: (value: T): boolean =>
      attempt((open) => {
        open.setItem(name, JSON.stringify(value));
        return true;
      }) ?? false,
    /** Removes the value. */
    clear: (): void => attempt((open) => open.removeItem(name)),
  };
}
