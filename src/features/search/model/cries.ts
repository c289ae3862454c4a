import { hash } from './correct.ts';
import { stemOf } from './words.ts';

/** How much each feature of a query speaks for a cry for help, by the feature's number. */
export interface CryWeights {
  /** What speaks for one before any word is read. */
  start: number;
  features: ReadonlyMap<number, number>;
}

/** Where no cries are known: nothing is one. */
export const noCries: CryWeights = { start: -Infinity, features: new Map() };

/**
 * From each score on, a line above the results says where to turn if things are hard, as it does for every
 * sixth query of other sections; the helplines are the first result, as for one of fifteen, most of them
 * worried; and a query is a cry whatever else it may be.
 */
export const leastOfWorry = -1.35;
export const leastOfCry = -0.8;
export const leastOfSureCry = -0.3;

/** Features are told apart by so many bits of their hash; of those that were never learnt, some 1 % look like one that was. */
const bits = 20;

/** How many numbers features may have. */
export const mostNumbers = 2 ** bits;

/** Letters of a piece of a word, by which a misspelt one is known. */
const piece = 4;

/** One step of a weight, and how many are written at most for and against a cry. */
const step = 0.1;
const most = { for: 16, against: 10 };

/**
 * What a logistic model of cries reads in a query: its stems, those that stand side by side or have one
 * between them, how it begins and ends, and pieces of its words.
 */
export function featuresOf(words: readonly string[]): number[] {
  const numbers = new Set<number>();
  const add = (feature: string) => numbers.add(hash(feature, 0) >>> (32 - bits));
  const stems = words.map(stemOf);
  add(`^ ${stems[0] ?? ''}`);
  stems.forEach((stem, at) => {
    add(stem);
    add(`${stem} ${stems[at + 1] ?? '$'}`);
    const afterNext = stems[at + 2];
    if (afterNext) add(`${stem}  ${afterNext}`);
    const word = `_${words[at] ?? ''}_`;
    for (let end = piece; end <= word.length; end++) add(`#${word.slice(end - piece, end)}`);
  });
  return [...numbers];
}

/** What a feature of a query of so many is worth, so that a long query is no surer than a short one. */
export function shareOfFeature(features: number): number {
  return 1 / Math.sqrt(features || 1);
}

/** The logarithm of the odds that a query's words are a cry for help, but for a constant. */
export function cryScore(words: readonly string[], { start, features }: CryWeights): number {
  const own = featuresOf(words);
  const sum = own.reduce((total, feature) => total + (features.get(feature) ?? 0), 0);
  return start + sum * shareOfFeature(own.length);
}

/** Weights as text: the start, then for each feature how far its number is from the one before, and a letter. */
export function formatCries({ start, features }: CryWeights): string {
  let before = 0;
  const rows = [...features]
    .map(([feature, weight]) => [feature, Math.round(weight / step)] as const)
    .filter(([, steps]) => steps !== 0)
    .sort(([a], [b]) => a - b)
    .map(([feature, steps]) => {
      const gap = feature - before;
      before = feature;
      const letter =
        steps > 0 ? Math.min(most.for, steps) - 1 : most.for + Math.min(most.against, -steps) - 1;
      return gap.toString(36) + String.fromCharCode(65 + letter);
    });
  return `${start.toFixed(2)} ${rows.join('')}`;
}

/** Reads what `formatCries` wrote. */
export function parseCries(text: string): CryWeights {
  const [start = '', rows = ''] = text.split(' ');
  const features = new Map<number, number>();
  let feature = 0;
  for (const [, gap = '', letter = ''] of rows.matchAll(/([\da-z]+)([A-Z])/g)) {
    feature += parseInt(gap, 36);
    const place = letter.charCodeAt(0) - 65;
    features.set(feature, step * (place < most.for ? place + 1 : most.for - place - 1));
  }
  return { start: Number(start), features };
}
