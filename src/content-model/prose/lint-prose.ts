import { longestSentence, proseRules } from './rules.ts';
import { countWords, splitSentences } from './split-sentences.ts';

/** A place where prose breaks a rule of how we write. */
export interface ProseFault {
  /** Name of the rule: "length", "label", "american", "it" or "exclamation". */
  rule: string;
  /** The words that break it; of a long sentence, its first five. */
  found: string;
  /** What is wrong, as a sentence. */
  message: string;
  /** How to mend it. */
  hint: string;
}

/** Judges one paragraph, list item or field of plain text, citations left out. */
export function lintProse(text: string): ProseFault[] {
  const long = splitSentences(text).flatMap((sentence): ProseFault[] => {
    const words = countWords(sentence);
    if (words <= longestSentence) return [];
    const found = sentence.split(' ').slice(0, 5).join(' ');
    const message = `The sentence "${found} …" has ${String(words)} words.`;
    const hint = `Split it: at most ${String(longestSentence)} words.`;
    return [{ rule: 'length', found, message, hint }];
  });
  const matched = proseRules.flatMap(({ rule, pattern, message, hint }) =>
    [...text.matchAll(pattern)].map(([found]) => ({
      rule,
      found,
      message: `"${found}" ${message}`,
      hint,
    })),
  );
  return [...long, ...matched];
}
