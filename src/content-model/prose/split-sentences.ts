const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

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
