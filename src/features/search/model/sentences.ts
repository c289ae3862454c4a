import { normalise } from './words.ts';

/** A block that ends without a stop gets one, so that excerpts do not run lines together. */
export function endBlock(text: string): string {
  const isOpen = /[\p{L}\p{N}%”’)"'»“]\s*$/u.test(text) && !/[.!?…][”’)"'»“]+\s*$/.test(text);
  return isOpen ? `${text.trimEnd()}. ` : `${text} `;
}

/** Whether a word ends a sentence; "e.g." and initials end none. */
function endsSentence(word: string): boolean {
  return (
    /[.!?…][”’"')\]»“]*$/.test(word) &&
    !/^[“(]?(\p{Lu}\.|(Dr|Mr|Mrs|Ms|St|No)\.|e\.g\.|i\.e\.|al\.|vs\.|p\.|pp\.)$/u.test(word)
  );
}

/** Where sentences begin, counted in words. */
export function sentenceStarts(words: readonly string[]): number[] {
  const starts = [0];
  words.forEach((word, index) => {
    const next = words[index + 1];
    if (next !== undefined && endsSentence(word) && /^[“‘"'([«„¿¡]*[\p{Lu}\p{N}]/u.test(next))
      starts.push(index + 1);
  });
  return starts;
}

/** Where an opening stands in a text, counted in words, and whether a sentence begins there. */
export interface FoundOpening {
  at: number;
  isStart: boolean;
}

/**
 * Finds the sentence of a text by its first words; of several places the first where a sentence begins,
 * or an item of a list, or what stands behind a colon. Quotes, dashes, spaces, capitals and citations
 * are not compared.
 */
export function findOpening(text: string, opening: string): FoundOpening | undefined {
  const words = text.split(/\s+/);
  const keys = keysOf(words);
  const key = keysOf(opening.split(/\s+/)).join('');
  if (key === '') return undefined;
  const stream = keys.join('');
  let offset = 0;
  let within: FoundOpening | undefined;
  for (const [at, own] of keys.entries()) {
    if (own !== '' && stream.startsWith(key, offset)) {
      const before = words[at - 1] ?? '.';
      if (endsSentence(before) || /:[”’"')\]»“]*$/.test(before)) return { at, isStart: true };
      within ??= { at, isStart: false };
    }
    offset += own.length;
  }
  return within;
}

/** Letters and digits of each word; none of a citation in brackets. */
function keysOf(words: readonly string[]): string[] {
  return dropCitations(words).map((word) => normalise(word).replace(/[^\p{L}\p{N}]/gu, ''));
}

/**
 * The words of a text with nothing in place of those of citations in brackets, whose full stop goes to the
 * word before. Brackets that cite nothing stay, and so does a citation that `isWanted` says is.
 */
export function dropCitations(
  words: readonly string[],
  isWanted: (at: number) => boolean = () => false,
): string[] {
  const left = [...words];
  for (let at = 0; at < words.length; at++) {
    if (!left[at]?.startsWith('(')) continue;
    const length = citationLength(words.slice(at));
    const places = Array.from({ length }, (_, index) => at + index);
    if (places.some(isWanted)) continue;
    for (const place of places) left[place] = '';
    const stop = /\)([.,;:!?]*)$/.exec(words[at + length - 1] ?? '')?.[1] ?? '';
    if (length > 0 && at > 0) left[at - 1] += stop;
    at += Math.max(0, length - 1);
  }
  return left;
}

/** Words of the citation that these begin with, which may be cut short; 0 when it is another bracket. */
function citationLength(words: readonly string[]): number {
  const length = words.findIndex((word) => /\)[.,;:!?]*$/.test(word)) + 1;
  if (length === 0) return words.length;
  const bracket = words.slice(0, length).join(' ');
  return /(^\(|, )(\d{4}[a-z]?|n\.d\.)(?=[,;)])/.test(bracket) ? length : 0;
}
