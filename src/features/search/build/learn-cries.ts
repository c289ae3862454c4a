import { cacheOnDisk } from '../../../build/shared/disk-cache.ts';
import { featuresOf, formatCries, featureSpace, noCries, lengthNorm } from '../model/learnt.ts';
import type { Cries } from '../../../content-model/schemas/search.ts';
import { wordsForBets, type BestBet } from '../model/intent.ts';
import { runEpochs } from './training.ts';
import { placeOf } from './documents.ts';
import type { IndexedDocument } from './write-data.ts';

/** An example of a query, and whether it is a cry for help. */
export interface CryLine {
  text: string;
  isCry: boolean;
  /** Its weight as an example. */
  weight: number;
}

/** Weight of an example written for this model, against 1 of a line that readers ask. */
const written = 3;

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
    ...ordinary.map(toLine(false, written)),
    ...cries.map(toLine(true, written)),
  ];
}

/** Number of passes over all examples, learning rate, and decay of weights towards 0. */
const epochs = 12;
const learningRate = 0.2;
const weightDecay = 0.015;

/** Minimum error that makes a step. */
const leastError = 0.005;

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
  if (lines.filter(({ isCry }) => isCry).length < leastCries) return formatCries(noCries);
  const read = lines.map((line) => ({ ...line, features: featuresOf(wordsForBets(line.text)) }));
  const counts = new Uint32Array(featureSpace);
  for (const { features } of read)
    for (const feature of features) counts[feature] = (counts[feature] ?? 0) + 1;
  // Each weight is followed by the sum of its squared gradients; the first weight is the bias.
  const places = new Int32Array(featureSpace);
  const known: number[] = [];
  for (const [feature, count] of counts.entries())
    if (count >= leastLines) places[feature] = 2 * known.push(feature);
  const weights = new Float64Array(2 * known.length + 2);
  for (let at = 1; at < weights.length; at += 2) weights[at] = 0.001;
  const add = (at: number, gradient: number) => {
    const squares = (weights[at + 1] = (weights[at + 1] ?? 0) + gradient * gradient);
    weights[at] = (weights[at] ?? 0) + (learningRate * gradient) / Math.sqrt(squares);
  };
  const examples = read.map(({ features, isCry, weight }) => {
    const own = features.map((feature) => places[feature] ?? 0).filter((place) => place > 0);
    return { own, share: lengthNorm(features.length), isCry, weight };
  });
  runEpochs(examples, epochs, ({ own, share, isCry, weight }) => {
    let sum = 0;
    for (const at of own) sum += weights[at] ?? 0;
    const odds = 1 / (1 + Math.exp(-(weights[0] ?? 0) - sum * share));
    const error = weight * (Number(isCry) - odds);
    if (Math.abs(error) < leastError) return;
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

const cache = cacheOnDisk<string>('search-cries', [
  'src/features/search/build',
  'src/features/search/model',
]);

/** Calls `learnCries`, with a cache on disk for unchanged lines. */
export function learnCriesCached(lines: readonly CryLine[]): string {
  return cache(JSON.stringify(lines), () => learnCries(lines));
}
