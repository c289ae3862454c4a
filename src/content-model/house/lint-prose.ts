import type { Mistake } from '../model/problem.ts';
import { site } from '../../site/site.ts';

// cspell:disable -- What this file looks for is misspelt for us.

/** A rule of how we write by its name, as exceptions give it, and what to write instead of what breaks it. */
interface ProseRule extends Mistake {
  rule: string;
  /** Finds what breaks the rule; global. The message follows the words found. */
  pattern: RegExp;
}

/** Most words in a sentence. */
export const longestSentence = 30;

const label =
  '(?:anxious|avoidant|ambivalent|resistant|disorgani[sz]ed|insecure|dismissive|dismissing|preoccupied|fearful)(?:ly)?(?:[- ]avoidant)?(?:[- ]attached)?';
const someone =
  '(?:person|people|adult|child|children|partner|parent|mother|father|man|woman|men|women|bab(?:y|ies)|infant|toddler|individual|type|kid|lover|spouse)s?';

/** Words that are spelt otherwise in Britain, beside those in -ize and -yze. */
const american =
  'behavior|caretaker|center|color|counselor|enroll|favor|favorite|fulfill|gray|honor|humor|judgment|labor|mom|neighbor|pediatric|skillful|traveled';

/** Words in -ize and -yze that are British too. */
const britishZ = 'size|prize|seize|capsize|resize|oversize|downsize|assize|gaze';

/** The rules that a pattern can tell, for a guide in British English; the length of sentences stands apart. */
const english: ProseRule[] = [
  {
    rule: 'label',
    pattern: new RegExp(
      `\\b(?:${label} ${someone}|avoidants|anxious-?types?|insecures|(?:an|the|your) (?:avoidant|disorgani[sz]ed|insecure)(?=[.,;:?!]|$))\\b`,
      'giu',
    ),
    message: 'makes a type of a person.',
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
    message: 'makes a thing of a child.',
    hint: 'Write "their" or "themselves", or let the child be "she" or "he" in an example.',
  },
  {
    rule: 'exclamation',
    pattern: /!/g,
    message: 'raises its voice.',
    hint: 'End the sentence with a full stop; the words carry the warmth.',
  },
];

/** The rules for a language; other languages than English have no patterns yet. */
export function rulesFor(language: string): ProseRule[] {
  return /^en\b/.test(language) ? english : english.filter(({ rule }) => rule === 'exclamation');
}

const segmenter = new Intl.Segmenter(site.language, { granularity: 'sentence' });

const ownRules = rulesFor(site.language);

/** Abbreviations whose full stop ends no sentence. */
const abbreviation =
  /(?:\b(?:e\.g|i\.e|et al|cf|vs|Dr|Mr|Mrs|St|pp?|vol|no|ed|eds|approx|c)\.|\b[A-Z]\.)\s*$/;

/** The sentences of a piece of prose, without the space around them. */
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

/** How many words a sentence has; a dash between spaces is none, "mis-attunement" is one. */
export function countWords(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** What breaks a rule of how we write. */
export interface ProseFault extends Mistake {
  rule: string;
  /** The words that break it; of a long sentence, its first five. */
  found: string;
}

/** Judges one paragraph, list item or field of plain text, citations left out. */
export function lintProse(text: string, rules = ownRules): ProseFault[] {
  // A text that is short as a whole has no long sentence.
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
