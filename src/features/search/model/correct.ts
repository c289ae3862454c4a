import type { Lexicon } from './lexicon.ts';

/**
 * Damerau–Levenshtein distance in its optimal-string-alignment form: insertions, deletions,
 * substitutions and swaps of neighbours, each costing 1. Stops early and returns `limit + 1` once
 * the distance must exceed `limit`.
 */
export function editDistance(a: string, b: string, limit = Infinity): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, at(before, j - 2) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: number[], index: number): number {
  return row[index] ?? Infinity;
}

/** Spellings that sound alike in English, longest first, and the sign that stands for each. */
const sounds: [RegExp, string][] = [
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/tion|sion|cion|shun/g, 'xn'],
  [/tch|ch/g, 'x'],
  [/ph/g, 'f'],
  [/gh/g, ''],
  [/sh/g, 'x'],
  [/ck|q|c(?![eiy])/g, 'k'],
  [/c|z/g, 's'],
  [/x(?=s)/g, ''],
  [/th/g, 't'],
  [/w?h/g, ''],
  [/v/g, 'f'],
];

/**
 * A key that words of like sound share: consonants by sound, doubled ones once, vowels dropped
 * after the first letter, which stands for itself or for "any vowel".
 */
export function soundKey(word: string): string {
  const spelt = sounds.reduce((text, [from, to]) => text.replace(from, to), word);
  const first = /^[aeiouy]/.test(spelt) ? 'a' : spelt.slice(0, 1);
  const rest = spelt.slice(1).replace(/[aeiouy]/g, '');
  return (first + rest).replace(/(.)\1+/g, '$1');
}

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
