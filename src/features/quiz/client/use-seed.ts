import { useLayoutEffect, useState } from 'preact/hooks';
import { readerSeed } from '../model/reader-seed.ts';

/**
 * The seed of this reader's shuffles, known once the browser has taken over; before that undefined,
 * so that the first render is what the server wrote.
 */
export function useSeed(): number | undefined {
  const [seed, setSeed] = useState<number>();
  useLayoutEffect(() => setSeed(readerSeed(() => localStorage, Math.random)), []);
  return seed;
}
