import type { Catalogue } from './catalogue.ts';
import { stemOf } from './lexicon.ts';
import { splitWords } from './words.ts';

/** Words that frame a question for a meaning: "what is meant by … in psychology". */
const frame = new Set(
  `a an the what whats which is are does do did define defined definition definitions meaning meanings
  mean means meant explain explained explanation describe of by for in about tell me please psychology
  psychological term word simple simply words s you`.split(/\s+/),
);

/**
 * Id of the glossary term that a query asks for: "what is X", "X meaning" or X alone, by the term's
 * name or another name of it. Undefined for a query that asks for anything more.
 */
export function findDefinition(
  words: readonly string[],
  { terms }: Pick<Catalogue, 'terms'>,
): string | undefined {
  const isFrame = (word: string | undefined) => word !== undefined && frame.has(word);
  let start = 0;
  let end = words.length;
  while (start < end && isFrame(words[start])) start++;
  while (end > start && isFrame(words[end - 1])) end--;
  const asked = toKey(words.slice(start, end));
  if (asked === '') return undefined;
  for (const [id, { term, aliases }] of terms) {
    if ([term, ...aliases].some((name) => toKey(splitWords(name)) === asked)) return id;
  }
  return undefined;
}

/** Forms of a word and a compound's spellings have one key: "still-face", "still face", "stillface". */
function toKey(words: readonly string[]): string {
  const last = words.at(-1);
  return last === undefined ? '' : [...words.slice(0, -1), stemOf(last)].join('');
}
