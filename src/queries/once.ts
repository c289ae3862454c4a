/** How long a result is shared while an author edits, in milliseconds: about one page's rendering. */
const shortWhile = 2000;

/**
 * Runs an expensive query once a build and shares its result. While an author edits, a result lasts
 * for one page only, so that a change shows.
 */
export function once<T>(query: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  let expires = Infinity;
  return () => {
    if (import.meta.env.DEV && Date.now() > expires) result = undefined;
    if (!result) {
      expires = Infinity;
      result = query();
      const startClock = () => (expires = Date.now() + shortWhile);
      result.then(startClock, startClock);
    }
    return result;
  };
}
