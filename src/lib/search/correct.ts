import { editDistance } from './edit-distance.ts';
import type { Lexicon } from './lexicon.ts';
import { soundKey } from './sound.ts';

/** Words shorter than this are left as they are. */
const shortest = 4;

/**
 * The known word that a misspelt one most likely stands for: the nearest by Damerau–Levenshtein
 * distance, at most `most` edits away, words of like sound and frequent words first. Undefined when
 * nothing is near enough.
 * Only for words that the lexicon does not know: correcting a known word harms it.
 */
export function correct(word: string, lexicon: Lexicon, most = Infinity): string | undefined {
  if (word.length < shortest || /\d/.test(word)) return undefined;
  const limit = Math.min(allowance(word.length), most);
  const sound = soundKey(word);
  let best: { candidate: string; cost: number } | undefined;
  for (const [candidate, frequency] of lexicon.candidates()) {
    if (candidate.length < shortest || /\d/.test(candidate)) continue;
    const distance = editDistance(word, candidate, limit);
    if (distance > limit) continue;
    const cost =
      distance -
      (soundKey(candidate) === sound ? 0.6 : 0) +
      (candidate[0] === word[0] ? 0 : 0.5) -
      Math.min(0.5, 0.1 * Math.log2(1 + frequency));
    if (!best || cost < best.cost) best = { candidate, cost };
  }
  return best?.candidate;
}

/** How many edits a misspelling of this length may be away. */
function allowance(length: number): number {
  if (length < 6) return 1;
  return length < 11 ? 2 : 3;
}
