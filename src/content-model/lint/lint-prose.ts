import type { Mistake } from '../model/problem.ts';
import { site } from '../../site/site.ts';

// cspell:disable -- The patterns contain American spellings.

/** A style rule. Its message follows the words that break it; its hint says what to write instead. */
interface ProseRule extends Mistake {
  /** Name of the rule, as in exceptions.yaml. */
  rule: string;
  /** Finds words that break the rule; has the flag "g". */
  pattern: RegExp;
}

/** Maximum number of words in a sentence. */
export const longestSentence = 30;

const label =
  '(?:anxious|avoidant|ambivalent|resistant|disorgani[sz]ed|insecure|dismissive|dismissing|preoccupied|fearful)(?:ly)?(?:[- ]avoidant)?(?:[- ]attached)?';
const someone =
  '(?:person|people|adult|child|children|partner|parent|mother|father|man|woman|men|women|bab(?:y|ies)|infant|toddler|individual|type|kid|lover|spouse)s?';

/** American spellings, except those with -ize and -yze. */
const american =
  'behavior|caretaker|center|color|counselor|enroll|favor|favorite|fulfill|gray|honor|humor|judgment|labor|mom|neighbor|pediatric|skillful|traveled';

/** Words with -ize that are British too. */
const britishZ = 'size|prize|seize|capsize|resize|oversize|downsize|assize|gaze';

/** The rules with a pattern, for a guide in British English; `lintProse` checks the length of sentences itself. */
const english: ProseRule[] = [
  {
    rule: 'label',
    pattern: new RegExp(
      `\\b(?:${label} ${someone}|avoidants|anxious-?types?|insecures|(?:an|the|your) (?:avoidant|disorgani[sz]ed|insecure)(?=[.,;:?!]|$))\\b`,
      'giu',
    ),
    message: 'labels a person.',
    hint: 'People have patterns: write "someone with an anxious pattern" or "when a pattern is avoidant".',
  },
  {
    rule: 'american',
    pattern: new RegExp(
      `\\b(?:${american})(?:s|ed|ing|al|ate|able)?\\b|\\b(?!(?:${britishZ})(?:s|d|r)?\\b)\\p{L}{2,}(?:i|y)z(?:e|es|ed|er|ers|ing|ation|ations)\\b`,
      'giu',
    ),
    message: 'is American spelling.',
    hint: 'Write it the British way, such as "behaviour", "centre" or "recognise".',
  },
  {
    rule: 'quotes',
    pattern: /(?<!\d)["']/g,
    message: 'is a straight quote.',
    hint: 'Write “ and ” for quotes, ’ for an apostrophe.',
  },
  {
    rule: 'it',
    pattern:
      /\b(?:bab(?:y|ies)|child(?:ren)?|toddlers?|infants?|newborns?)(?: \p{L}+){0,6} (?:its|itself)\b/giu,
    message: 'calls a child “it”.',
    hint: 'Write "their" or "themselves", or let the child be "she" or "he" in an example.',
  },
  {
    rule: 'exclamation',
    pattern: /!/g,
    message: 'is an exclamation mark.',
    hint: 'End the sentence with a full stop.',
  },
];

/** The rules for a language; those other than English have only the rule on exclamation marks. */
export function rulesFor(language: string): ProseRule[] {
  return /^en\b/.test(language) ? english : english.filter(({ rule }) => rule === 'exclamation');
}

const segmenter = new Intl.Segmenter(site.language, { granularity: 'sentence' });

const ownRules = rulesFor(site.language);

/** Abbreviations, and initials, with a full stop that does not end a sentence. */
const abbreviation =
  /(?:\b(?:e\.g|i\.e|et al|cf|vs|Dr|Mr|Mrs|St|pp?|vol|no|ed|eds|approx|c)\.|\b[A-Z]\.)\s*$/;

/** Splits prose into sentences, trimmed. */
function splitSentences(text: string): string[] {
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

/** Counts the words of a sentence; a dash between spaces is not a word, "mis-attunement" is one word. */
export function countWords(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Words that break a style rule. */
export interface ProseFault extends Mistake {
  /** Name of the rule. */
  rule: string;
  /** The words that break it; of a long sentence, its first five. */
  found: string;
}

/** Checks the style of one paragraph, list item or field of plain text without citations. */
export function lintProse(text: string, rules = ownRules): ProseFault[] {
  // A short text cannot contain a long sentence.
  const sentences = countWords(text) > longestSentence ? splitSentences(text) : [];
  const long = sentences.flatMap((sentence) => {
    const words = countWords(sentence);
    if (words <= longestSentence) return [];
    const found = sentence.split(' ').slice(0, 5).join(' ');
    const message = `The sentence "${found} …" has ${String(words)} words.`;
    const hint = `Split it: at most ${String(longestSentence)} words.`;
    return { rule: 'length', found, message, hint };
  });
  const matched = rules.flatMap(({ rule, pattern, message, hint }) =>
    [...text.matchAll(pattern)].map(([found]) => {
      return { rule, found, message: `"${found}" ${message}`, hint };
    }),
  );
  return [...long, ...matched];
}
