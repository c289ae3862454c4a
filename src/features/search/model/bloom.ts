/** Bits a word, and how many of them each word sets: some 1 % of other words look as if they were in. */
const bitsPerWord = 10;
const hashes = 7;

/**
 * A set of words as a Bloom filter (Bloom 1970): tells for certain that a word is not in it, and
 * errs about a few that it calls in.
 */
export function toBloomFilter(words: ReadonlySet<string>): Uint8Array {
  const filter = new Uint8Array(Math.ceil((words.size * bitsPerWord) / 8));
  for (const word of words) {
    for (const bit of bitsOf(word, filter.length * 8)) {
      filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  return filter;
}

/** Whether a word is in the filter, as far as it can tell. */
export function isInFilter(word: string, filter: Uint8Array): boolean {
  return bitsOf(word, filter.length * 8).every((bit) => ((filter[bit >> 3] ?? 0) >> (bit & 7)) & 1);
}

/** Places of a word's bits, by double hashing (Kirsch and Mitzenmacher 2006). */
function bitsOf(word: string, size: number): number[] {
  const first = hash(word, 0x811c9dc5);
  const second = hash(word, 0x9747b28c) | 1;
  return Array.from({ length: hashes }, (_, index) => ((first + index * second) >>> 0) % size);
}

/** FNV-1a over the code units, 32 bits, with the last bits mixed well. */
function hash(word: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < word.length; at++) {
    value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
