import { cacheOnDisk } from '../../../build/shared/disk-cache.ts';
import type { Cries } from '../../../content-model/schemas/search.ts';
import type { BestBet, Catalogue } from '../model/catalogue.ts';
import {
  featuresOf,
  featureSpace,
  formatCries,
  formatRow,
  lengthNorm,
  noCries,
  rowPlaces,
} from '../model/learnt.ts';
import { splitQuery, stemOf, wordsForBets } from '../model/words.ts';
import { placeOf } from './documents.ts';
import type { IndexedDocument } from './write-data.ts';

/** A line that readers ask, and the id of the section that answers it. */
export interface Example {
  text: string;
  id: string;
}

/** An example of a query, and whether it is a cry for help. */
export interface CryLine {
  text: string;
  isCry: boolean;
  /** Its weight as an example. */
  weight: number;
}

/** Passes over all examples, learning rate, decay of weights towards 0, and minimum error that makes a step. */
const choice = { epochs: 5, learningRate: 0.2, weightDecay: 0.001, leastError: 0.01 };
const cry = { epochs: 12, learningRate: 0.2, weightDecay: 0.015 };

/** Minimum lines of a stem, and mean lines of a page, for reliable leanings. */
const leastOfStem = 2;
const leastOfPage = 20;

/**
 * Learns leanings from headings and the lines that readers ask: the weights of each stem for pages, and for the
 * sections within a page, each a multinomial logistic regression. Returns rows as text by stem, deterministic for
 * the same lines; none if there are few lines.
 */
export function learnLeanings(
  examples: readonly Example[],
  sections: Catalogue['sections'],
): Map<string, string> {
  const pages = rowPlaces(sections);
  const places = new Map(
    pages.flatMap(({ ids, start }, page) =>
      ids.map((id, right) => [id, { page, right, section: start + right }] as const),
    ),
  );
  const headings = [...sections].map(([id, { heading }]) => ({ id, text: heading }));
  const lines = [...headings, ...examples].flatMap(({ text, id }) => {
    const place = places.get(id);
    return place ? [{ stems: [...new Set(splitQuery(text).map(stemOf))], ...place }] : [];
  });
  if (lines.length < leastOfPage * pages.length) return new Map();
  const counts = countEach(lines.flatMap(({ stems }) => stems));
  const known = [...counts].flatMap(([stem, count]) => (count >= leastOfStem ? [stem] : []));
  const numbers = new Map(known.map((stem, number) => [stem, number]));
  const weightOfPage = balance(lines.map(({ page }) => page));
  const weightOfSection = balance(lines.map(({ section }) => section));
  const read = lines.map(({ stems, ...place }) => {
    return { rows: stems.flatMap((stem) => numbers.get(stem) ?? []), ...place };
  });
  const ofPages = createChoice(known.length, pages.length);
  const ofSections = pages.map(({ ids }) => createChoice(known.length, ids.length));
  runEpochs(read, choice.epochs, ({ rows, page, right, section }) => {
    ofPages.learn(rows, page, weightOfPage(page));
    ofSections[page]?.learn(rows, right, weightOfSection(section));
  });
  const row = new Float32Array(pages.at(-1)?.end ?? 0);
  const texts = known.map((stem, number): [string, string] => {
    row.set(ofPages.weightsOf(number));
    pages.forEach(({ start }, page) => row.set(ofSections[page]?.weightsOf(number) ?? [], start));
    return [stem, formatRow(row)];
  });
  return new Map(texts.filter(([, text]) => text !== ''));
}

function countEach<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * Returns the weight of an example of each page or section: more where there are few, so that a new section is not
 * outweighed by neighbours that readers have long asked about.
 */
function balance(places: readonly number[]): (place: number) => number {
  const counts = countEach(places);
  const mean = places.length / counts.size;
  return (place) => Math.sqrt(mean / (counts.get(place) ?? mean));
}

/** Makes a multinomial logistic regression that learns to choose one of `width` by stems, each with a row of weights. */
function createChoice(stems: number, width: number) {
  const { learningRate, weightDecay, leastError } = choice;
  const weights = new Float32Array(stems * width);
  const squares = new Float32Array(weights.length);
  const odds = new Float64Array(width);
  /** Makes a step of stochastic gradient ascent with AdaGrad, by one example. */
  const learn = (rows: readonly number[], right: number, weight: number) => {
    const share = lengthNorm(rows.length);
    odds.fill(0);
    for (const row of rows)
      for (let at = 0; at < width; at++)
        odds[at] = (odds[at] ?? 0) + (weights[row * width + at] ?? 0);
    let total = 0;
    for (let at = 0; at < width; at++) total += odds[at] = Math.exp((odds[at] ?? 0) * share);
    for (let at = 0; at < width; at++) {
      const error = weight * ((at === right ? 1 : 0) - (odds[at] ?? 0) / total);
      if (Math.abs(error) < leastError) continue;
      for (const row of rows) {
        const own = row * width + at;
        const gradient = share * error - weightDecay * (weights[own] ?? 0);
        const square = (squares[own] = (squares[own] ?? 0) + gradient * gradient);
        weights[own] = (weights[own] ?? 0) + (learningRate * gradient) / Math.sqrt(square + 0.001);
      }
    }
  };
  return { learn, weightsOf: (row: number) => weights.subarray(row * width, (row + 1) * width) };
}

/** Weight of an example written for this model, against 1 of a line that readers ask. */
const writtenWeight = 3;

/** Returns the examples of cries and of other queries: those written for the model, and what readers ask. */
export function toCryLines(
  documents: readonly IndexedDocument[],
  bets: readonly BestBet[],
  { unsure, ordinary, cries }: Cries,
): CryLine[] {
  const help = new Set(bets.filter(({ isHelp }) => isHelp).flatMap(({ places }) => places));
  const others = new Set(unsure);
  const toLine = (isCry: boolean, weight: number) => (text: string) => ({ text, isCry, weight });
  return [
    ...documents
      .filter((document) => !others.has(placeOf(document)) && !help.has(document.id))
      .flatMap(({ asked }) => asked.map(({ text }) => text))
      .map(toLine(false, 1)),
    ...ordinary.map(toLine(false, writtenWeight)),
    ...cries.map(toLine(true, writtenWeight)),
  ];
}

/** Minimum examples of a feature, and minimum cries, for reliable weights. */
const leastLines = 3;
const leastCries = 300;

/** Maximum number of features, and the exponent by which frequent ones are preferred. */
const mostFeatures = 10_000;
const often = 0.4;

/**
 * Learns to distinguish cries for help from other queries: logistic regression by stochastic gradient ascent with
 * AdaGrad. Returns the model as text, deterministic for the same lines; `noCries` if there are few cries.
 */
export function learnCries(lines: readonly CryLine[]): string {
  const { epochs, learningRate, weightDecay } = cry;
  if (lines.filter(({ isCry }) => isCry).length < leastCries) return formatCries(noCries);
  const read = lines.map(({ text }) => featuresOf(wordsForBets(text)));
  const counts = new Uint32Array(featureSpace);
  for (const features of read)
    for (const feature of features) counts[feature] = (counts[feature] ?? 0) + 1;
  // Each weight is followed by the sum of its squared gradients; the first weight is the bias.
  const places = new Int32Array(featureSpace);
  const known: number[] = [];
  counts.forEach((count, feature) => {
    if (count >= leastLines) places[feature] = 2 * known.push(feature);
  });
  const weights = new Float64Array(2 * known.length + 2);
  for (let at = 1; at < weights.length; at += 2) weights[at] = 0.001;
  const add = (at: number, gradient: number) => {
    const squares = (weights[at + 1] = (weights[at + 1] ?? 0) + gradient * gradient);
    weights[at] = (weights[at] ?? 0) + (learningRate * gradient) / Math.sqrt(squares);
  };
  const examples = lines.map(({ isCry, weight }, index) => {
    const features = read[index] ?? [];
    const own = features.map((feature) => places[feature] ?? 0).filter((place) => place > 0);
    return { own, share: lengthNorm(features.length), isCry, weight };
  });
  runEpochs(examples, epochs, ({ own, share, isCry, weight }) => {
    let sum = 0;
    for (const at of own) sum += weights[at] ?? 0;
    const odds = 1 / (1 + Math.exp(-(weights[0] ?? 0) - sum * share));
    const error = weight * (Number(isCry) - odds);
    for (const at of own) add(at, share * error - weightDecay * (weights[at] ?? 0));
    add(0, error);
  });
  const learnt = known.map((feature) => {
    const weight = weights[places[feature] ?? 0] ?? 0;
    return { feature, weight, telling: Math.abs(weight) * (counts[feature] ?? 0) ** often };
  });
  const kept = learnt
    .sort((a, b) => b.telling - a.telling || a.feature - b.feature)
    .slice(0, mostFeatures);
  const features = new Map(kept.map(({ feature, weight }) => [feature, weight]));
  return formatCries({ bias: weights[0] ?? 0, features });
}

/** Passes over all examples `epochs` times, shuffled each time, in the same orders at each run. */
function runEpochs<T>(examples: readonly T[], epochs: number, learn: (example: T) => void): void {
  const order = [...examples];
  const modulus = 2 ** 31 - 1;
  let random = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    // Fisher–Yates, with pseudo-random numbers of a Lehmer generator.
    for (let last = order.length - 1; last > 0; last--) {
      random = (random * 48_271) % modulus;
      const other = Math.floor((random / modulus) * (last + 1));
      [order[last], order[other]] = [order[other] as T, order[last] as T];
    }
    order.forEach(learn);
  }
}

const cache = cacheOnDisk<{ leanings: [stem: string, row: string][]; cries: string }>(
  'search-learnt',
  [
    'src/features/search/build/learn.ts',
    'src/features/search/model/correct.ts',
    'src/features/search/model/learnt.ts',
    'src/features/search/model/words.ts',
    'src/features/search/model/languages',
  ],
);

/** Learns leanings and cries, with a cache on disk for unchanged lines. */
export function learnCached(
  documents: readonly IndexedDocument[],
  { sections, bets }: Catalogue,
  written: Cries,
) {
  const examples = documents.flatMap(({ id, asked }) => asked.map(({ text }) => ({ text, id })));
  const cries = toCryLines(documents, bets, written);
  const places = [...sections].map(([, { page, heading }]) => [page.path, heading]);
  const numbers = new Map([...sections.keys()].map((id, index) => [id, index]));
  // Ids change with a section's text, but the weights do not depend on it.
  const lines = examples.map(({ text, id }) => [numbers.get(id), text]);
  const input = JSON.stringify([places, lines, cries]);
  const { leanings, ...learnt } = cache(input, () => {
    return { leanings: [...learnLeanings(examples, sections)], cries: learnCries(cries) };
  });
  return { ...learnt, leanings: new Map(leanings) };
}
