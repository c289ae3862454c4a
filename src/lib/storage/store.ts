/** The part of the browser's Storage that is used; it may throw at any call. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Prefix of every storage key of the site; "forget everything" removes the keys with this prefix. */
export const keyPrefix = 'sb:';

/**
 * A value kept on the reader's device under `sb:` + key. No call throws: a blocked, full or corrupt
 * storage forgets. `parse` turns unknown JSON into a value, or undefined when it has not the right
 * shape. `storage` is a function because reading `localStorage` itself may throw.
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
    /** The kept value, or undefined when there is none that can be read. */
    read: (): T | undefined =>
      attempt((open) => {
        const text = open.getItem(name);
        return text === null ? undefined : parse(JSON.parse(text));
      }),
    /** Keeps a value; false when the storage would not take it. */
    write: (value: T): boolean =>
      attempt((open) => {
        open.setItem(name, JSON.stringify(value));
        return true;
      }) ?? false,
    /** Forgets the value. */
    clear: (): void => attempt((open) => open.removeItem(name)),
  };
}
