// cspell:disable -- What this file looks for is misspelt for us.

/** A rule of how we write: what it finds in a sentence, and what to write instead. */
export interface ProseRule {
  /** Name, as exceptions give it. */
  rule: string;
  /** Finds what breaks the rule; global. */
  pattern: RegExp;
  /** What is wrong, after the words found. */
  message: string;
  /** How to fix it. */
  hint: string;
}

/** Most words in a sentence. */
export const longestSentence = 30;

const label =
  '(?:anxious|avoidant|ambivalent|resistant|disorgani[sz]ed|insecure|dismissive|dismissing|preoccupied|fearful)(?:ly)?(?:[- ]avoidant)?(?:[- ]attached)?';
const someone =
  '(?:person|people|adult|child|children|partner|parent|mother|father|man|woman|men|women|bab(?:y|ies)|infant|toddler|individual|type|kid|lover|spouse)s?';

const british: Record<string, string> = {
  behavior: 'behaviour',
  caretaker: 'caregiver',
  center: 'centre',
  color: 'colour',
  counselor: 'counsellor',
  enroll: 'enrol',
  favor: 'favour',
  favorite: 'favourite',
  fulfill: 'fulfil',
  gray: 'grey',
  honor: 'honour',
  humor: 'humour',
  judgment: 'judgement',
  labor: 'labour',
  mom: 'mum',
  neighbor: 'neighbour',
  pediatric: 'paediatric',
  skillful: 'skilful',
  traveled: 'travelled',
};

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
      `\\b(?:${Object.keys(british).join('|')})(?:s|ed|ing|al|ate|able)?\\b|\\b(?!(?:${britishZ})(?:s|d|r)?\\b)\\p{L}{2,}(?:i|y)z(?:e|es|ed|er|ers|ing|ation|ations)\\b`,
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
