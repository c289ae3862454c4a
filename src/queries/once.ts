/**
 * Runs an expensive query once a build and shares its result. While an author edits, it runs anew
 * every time, so that a change shows.
 */
export function once<T>(query: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    if (import.meta.env.DEV) return query();
    result ??= query();
    return result;
  };
}
