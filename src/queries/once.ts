/** How long a result is shared while an author edits, in milliseconds: about one page's rendering. */
const shortWhile = 2000;

/**
 * Runs an expensive query once a build and shares its result. While an author edits, a result lasts
 * for one page only, so that a change shows.
 */
export function once<T>(query: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  let made = 0;
  return () => {
    if (import.meta.env.DEV && Date.now() - made > shortWhile) result = undefined;
    if (!result) {
      result = query();
      made = Date.now();
    }
    return result;
  };
}
