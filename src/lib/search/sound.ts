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
