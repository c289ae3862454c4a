import { getOrInsert, groupBy } from '../../../lib/text/format.ts';
import type { Catalogue } from './catalogue.ts';
import { hashOn, mix } from './correct.ts';
import type { Lexicon } from './lexicon.ts';
import { stemOf } from './words.ts';

/** Weight of each of `count` known words or features, so that a long query does not score higher than a short one. */
export function lengthNorm(count: number): number {
  return 1 / Math.sqrt(count || 1);
}

/** Maximum steps of a positive and of a negative weight; each number of steps has a capital letter. */
const most = { for: 16, against: 10 };

/** Serialises weights in order of index: the number of indices skipped, in base 36, and a letter for the steps. */
function formatWeights(weights: Iterable<readonly [at: number, weight: number]>, step: number) {
  let text = '';
  let next = 0;
  for (const [at, weight] of weights) {
    const steps = Math.round(weight / step);
    if (steps === 0) continue;
    const letter =
      steps > 0 ? Math.min(most.for, steps) : most.for + Math.min(most.against, -steps);
    text += (at > next ? (at - next).toString(36) : '') + String.fromCharCode(64 + letter);
    next = at + 1;
  }
  return text;
}

function parseWeights(text: string, step: number): [at: number, weight: number][] {
  let next = 0;
  return [...text.matchAll(/([\da-z]*)([A-Z])/g)].map(([, gap = '', letter = '']) => {
    const at = next + parseInt(gap || '0', 36);
    const steps = letter.charCodeAt(0) - 64;
    next = at + 1;
    return [at, step * (steps > most.for ? most.for - steps : steps)];
  });
}

/**
 * Returns the places of each page's sections in a row of leanings. A row has a weight for each page, then one for
 * each section: of the sections `ids` of a page, the places are from `start` up to `end`.
 */
export function rowPlaces(sections: Catalogue['sections']) {
  const pages = [...groupBy(sections, ([, { page }]) => page).values()];
  let end = pages.length;
  return pages.map((own) => {
    const start = end;
    end += own.length;
    return { ids: own.map(([id]) => id), start, end };
  });
}

/** How likely a query's words make a section's page, and the section among those of its page: 0–1, logarithmic. */
export interface Leaning {
  page: number;
  section: number;
}

/**
 * Predicts how likely a query's words ask for each section, by id: a logistic model whose weights are the leanings
 * of the words' stems, learnt from headings and the lines that readers ask (src/features/search/build/learn.ts).
 * Empty if no line has any of the words.
 */
export function readLeanings(
  words: readonly string[],
  lexicon: Lexicon,
  sections: Catalogue['sections'],
): Map<string, Leaning> {
  const rows = [...new Set(words.map(stemOf))].flatMap((stem) => lexicon.leanings.get(stem) ?? []);
  const leanings = new Map<string, Leaning>();
  if (rows.length === 0) return leanings;
  const pages = rowPlaces(sections);
  const sums = new Float64Array(pages.at(-1)?.end ?? 0);
  for (const row of rows)
    for (const [at, weight] of parseWeights(row, rowStep))
      sums[at] = (sums[at] ?? 0) + weight * lengthNorm(rows.length);
  const ofPages = toLikelihoods(sums.subarray(0, pages.length));
  pages.forEach(({ ids, start, end }, page) => {
    const ofSections = toLikelihoods(sums.subarray(start, end));
    ids.forEach((id, index) => {
      leanings.set(id, { page: ofPages[page] ?? 0, section: ofSections[index] ?? 0 });
    });
  });
  return leanings;
}

/** Returns the softmax of the sums, as likelihoods. */
function toLikelihoods(sums: Float64Array): Float64Array {
  const all = Math.log(sums.reduce((total, sum) => total + Math.exp(sum), 0));
  return sums.map((sum) => likelihood(sum - all));
}

/** Lower bound of a log-probability. */
const least = -8;

/** Maps a log-probability to 0 (the lower bound or less) to 1 (certain). */
function likelihood(logarithm: number): number {
  return 1 - Math.max(least, logarithm) / least;
}

/** Step of a written leaning, and the minimum that is written. */
const rowStep = 0.5;
const leastWritten = 0.9;

/** Serialises a row of leanings. */
export function formatRow(row: readonly number[] | Float32Array): string {
  const written: [at: number, weight: number][] = [];
  row.forEach((weight, at) => {
    if (Math.abs(weight) >= leastWritten) written.push([at, weight]);
  });
  return formatWeights(written, rowStep);
}

/** The logistic model of cries for help: the weight of each feature, by its hash. */
export interface CryWeights {
  /** Score of a query without features. */
  bias: number;
  features: ReadonlyMap<number, number>;
}

/** The model without examples: no query is a cry. */
export const noCries: CryWeights = { bias: -Infinity, features: new Map() };

/**
 * Minimum scores: at `leastOfWorry` a line above the results links to help (true of one in six queries about other
 * sections); at `leastOfCry` the helplines are the first result (one in fifteen, mostly worried readers); at
 * `leastOfSureCry` they are even if a best bet points elsewhere.
 */
export const leastOfWorry = -1.35;
export const leastOfCry = -0.8;
export const leastOfSureCry = -0.3;

/** Bits of a feature's hash: some 1 % of features that were never learnt collide with one that was. */
const bits = 20;

/** Number of different hashes of features. */
export const featureSpace = 2 ** bits;

/**
 * Returns the hashed features of a query for the model of cries: stems, pairs of stems that are adjacent or have
 * one between them, its first and last stem, and character n-grams.
 */
export function featuresOf(words: readonly string[]): number[] {
  const features: number[] = [];
  const add = (state: number) => {
    const feature = mix(state) >>> (32 - bits);
    if (!features.includes(feature)) features.push(feature);
  };
  const stems = words.map(stemOf);
  add(hashOn(0, `^ ${stems[0] ?? ''}`));
  words.forEach((word, at) => {
    const own = hashOn(0, stems[at] ?? '');
    add(own);
    const pair = hashOn(own, ' ');
    add(hashOn(pair, stems[at + 1] ?? '$'));
    const afterNext = stems[at + 2];
    if (afterNext) add(hashOn(hashOn(pair, ' '), afterNext));
    for (const ngram of ngramsOf(word)) add(ngram);
  });
  return features;
}

const ngrams = new Map<string, number[]>();

/** Returns the hashes of a word's n-grams of four characters, which match misspelt words; cached. */
function ngramsOf(word: string): number[] {
  return getOrInsert(ngrams, word, () =>
    Array.from(`_${word}_`.matchAll(/(?=(.{4}))/g), ([, ngram]) => hashOn(0, `#${String(ngram)}`)),
  );
}

/** Returns the log-odds, up to a constant, that a query's words are a cry for help. */
export function cryScore(words: readonly string[], { bias, features }: CryWeights): number {
  const own = featuresOf(words);
  const sum = own.reduce((total, feature) => total + (features.get(feature) ?? 0), 0);
  return bias + sum * lengthNorm(own.length);
}

const cryStep = 0.1;

/** Serialises the model of cries: the bias, then the weights. */
export function formatCries({ bias, features }: CryWeights): string {
  const sorted = [...features].sort(([a], [b]) => a - b);
  return `${bias.toFixed(2)} ${formatWeights(sorted, cryStep)}`;
}

/** Parses the output of `formatCries`. */
export function parseCries(text: string): CryWeights {
  const [bias = '', weights = ''] = text.split(' ');
  return { bias: Number(bias), features: new Map(parseWeights(weights, cryStep)) };
}
