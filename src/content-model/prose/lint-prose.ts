import { site } from '../../site/site.ts';
import { longestSentence, rulesFor } from './rules.ts';

const segmenter = new Intl.Segmenter(site.language, { granularity: 'sentence' });

const ownRules = rulesFor(site.language);

/** Abbreviations whose full stop ends no sentence. */
const abbreviation =
  /(?:\b(?:e\.g|i\.e|et al|cf|vs|Dr|Mr|Mrs|St|pp?|vol|no|ed|eds|approx|c)\.|\b[A-Z]\.)\s*$/;

/** The sentences of a piece of prose, without the space around them. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of segmenter.segment(text.replace(/\s+/g, ' '))) {
    open += segment;
    if (abbreviation.test(open)) continue;
    sentences.push(open.trim());
    open = '';
  }
  return [...sentences, open.trim()].filter(Boolean);
}

/** How many words a sentence has; a dash between spaces is none, "mis-attunement" is one. */
export function countWords(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A place where prose breaks a rule of how we write. */
export interface ProseFault {
  /** Name of the rule: "length", "label", "american", "it" or "exclamation". */
  rule: string;
  /** The words that break it; of a long sentence, its first five. */
  found: string;
  /** What is wrong, as a sentence. */
  message: string;
  /** How to fix it. */
  hint: string;
}

/** Judges one paragraph, list item or field of plain text, citations left out. */
export function lintProse(text: string, rules = ownRules): ProseFault[] {
  const long = splitSentences(text).flatMap((sentence): ProseFault[] => {
    const words = countWords(sentence);
    if (words <= longestSentence) return [];
    const found = sentence.split(' ').slice(0, 5).join(' ');
    const message = `The sentence "${found} …" has ${String(words)} words.`;
    const hint = `Split it: at most ${String(longestSentence)} words.`;
    return [{ rule: 'length', found, message, hint }];
  });
  const matched = rules.flatMap(({ rule, pattern, message, hint }) =>
    [...text.matchAll(pattern)].map(([found]) => ({
      rule,
      found,
      message: `"${found}" ${message}`,
      hint,
    })),
  );
  return [...long, ...matched];
}
