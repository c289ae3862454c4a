import { groupBy } from '../../../lib/text/format.ts';
import type { Catalogue, SectionEntry } from './catalogue.ts';
import { hash } from './correct.ts';
import type { Lexicon } from './lexicon.ts';
import { stemOf } from './words.ts';

/** What a query of so many known words or features counts each of them, so that a long one is no surer than a short one. */
export function lengthNorm(count: number): number {
  return 1 / Math.sqrt(count || 1);
}

/** How many steps of a weight are written at most, for and against: a capital letter for each. */
const most = { for: 16, against: 10 };

/** Weights by their places, in order, as text: how many places were passed over, in base 36, and a letter for the steps. */
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
 * Where a page and its sections stand in a row of leanings: a number for each page that readers ask about,
 * then one for each of the sections that they ask about.
 */
export interface RowPlaces {
  /** Place of the page; undefined where nobody asks about it. */
  at: number | undefined;
  /** Ids of its sections that readers ask about, whose places reach from `start` to `end`; and of the others. */
  asked: string[];
  start: number;
  end: number;
  others: string[];
}

/** The places of all pages. */
export function rowPlaces(sections: Catalogue['sections']): RowPlaces[] {
  const isAsked = ([, { lines }]: [string, SectionEntry]) => lines.length > 1;
  const pages = [...groupBy(sections, ([, { page }]) => page).values()];
  let at = 0;
  let end = pages.filter((own) => own.some(isAsked)).length;
  return pages.map((own): RowPlaces => {
    const asked = own.filter(isAsked).map(([id]) => id);
    const others = own.map(([id]) => id).filter((id) => !asked.includes(id));
    const start = end;
    end += asked.length;
    return { at: asked.length > 0 ? at++ : undefined, asked, start, end, others };
  });
}

/** How far the words of a query as a whole lean to a section's page, and to the section among those of its page, 0–1. */
export interface Leaning {
  page: number;
  section: number;
}

/**
 * How likely each section is to be asked for in such words, by its id: a logistic model whose weights are
 * the leanings of the words' stems, learnt from what readers ask (src/features/search/build/learn-leanings.ts).
 * Nothing for words that nobody asks with.
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
  const ofPages = toLikelihoods(sums.subarray(0, pages[0]?.start), pages.length);
  for (const { at, asked, start, end, others } of pages) {
    const all = asked.length + others.length;
    const page = at === undefined ? likelihood(-Math.log(pages.length)) : (ofPages[at] ?? 0);
    const ofSections = toLikelihoods(sums.subarray(start, end), all);
    asked.forEach((id, index) => leanings.set(id, { page, section: ofSections[index] ?? 0 }));
    for (const id of others) leanings.set(id, { page, section: likelihood(-Math.log(all)) });
  }
  return leanings;
}

/**
 * Likelihoods of the asked ones among so many places. Each that nobody asks for is as likely as if nothing
 * told them apart.
 */
function toLikelihoods(sums: Float64Array, places: number): Float64Array {
  const greatest = Math.max(...sums);
  const all = greatest + Math.log(sums.reduce((total, sum) => total + Math.exp(sum - greatest), 0));
  const asked = Math.log(sums.length / places);
  return sums.map((sum) => likelihood(sum - all + asked));
}

/** From so unlikely on (a logarithm), a place is as unlikely as can be. */
const least = -8;

/** A likelihood by its logarithm, from 0 for the least to 1 for what is certain. */
function likelihood(logarithm: number): number {
  return 1 - Math.max(least, logarithm) / least;
}

/** One step of a leaning, and from where on one is written. */
const rowStep = 0.5;
const leastWritten = 0.9;

/** A row of leanings as text. */
export function formatRow(row: readonly number[] | Float32Array): string {
  const written = [...row.entries()].filter(([, value]) => Math.abs(value) >= leastWritten);
  return formatWeights(written, rowStep);
}

/** How much each feature of a query speaks for a cry for help, by the feature's number. */
export interface CryWeights {
  /** What speaks for one before any word is read. */
  bias: number;
  features: ReadonlyMap<number, number>;
}

/** Where no cries are known: nothing is one. */
export const noCries: CryWeights = { bias: -Infinity, features: new Map() };

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
export const featureSpace = 2 ** bits;

/** Letters of a piece of a word, by which a misspelt one is known. */
const ngramLength = 4;

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
    for (let end = ngramLength; end <= word.length; end++)
      add(`#${word.slice(end - ngramLength, end)}`);
  });
  return [...numbers];
}

/** The logarithm of the odds that a query's words are a cry for help, but for a constant. */
export function cryScore(words: readonly string[], { bias, features }: CryWeights): number {
  const own = featuresOf(words);
  const sum = own.reduce((total, feature) => total + (features.get(feature) ?? 0), 0);
  return bias + sum * lengthNorm(own.length);
}

const cryStep = 0.1;

/** What tells cries as text: the bias, then the weights. */
export function formatCries({ bias, features }: CryWeights): string {
  const sorted = [...features].sort(([a], [b]) => a - b);
  return `${bias.toFixed(2)} ${formatWeights(sorted, cryStep)}`;
}

/** Reads what `formatCries` wrote. */
export function parseCries(text: string): CryWeights {
  const [bias = '', weights = ''] = text.split(' ');
  return { bias: Number(bias), features: new Map(parseWeights(weights, cryStep)) };
}
