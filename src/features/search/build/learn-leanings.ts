import { cacheOnDisk } from '../../../build/shared/disk-cache.ts';
import { formatRow, rowPlaces, lengthNorm } from '../model/learnt.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { splitQuery, stemOf } from '../model/words.ts';
import { runEpochs } from './training.ts';

/** A line that readers ask, and the id of the section that answers it. */
export interface Example {
  text: string;
  id: string;
}

/** Number of passes over all lines, learning rate, and decay of weights towards 0. */
const epochs = 5;
const learningRate = 0.2;
const weightDecay = 0.001;

/** Minimum error that makes a step. */
const leastError = 0.01;

/** Minimum lines of a stem, and mean lines of a page, for reliable weights. */
const leastLines = 2;
const leastOfPage = 20;

/**
 * Learns leanings from the lines that readers ask: the weights of each stem for pages, and for the sections within a
 * page. These are two nested multinomial logistic regressions, learnt by stochastic gradient ascent with AdaGrad.
 * Returns rows as text by stem, deterministic for the same lines; none if there are few lines.
 */
export function learnLeanings(
  examples: readonly Example[],
  sections: Catalogue['sections'],
): Map<string, string> {
  const pages = rowPlaces(sections).filter(({ at }) => at !== undefined);
  const width = pages.at(-1)?.end ?? 0;
  const places = new Map(
    pages.flatMap(({ asked, start, end }, page) =>
      asked.map((id, index) => [id, { page, section: start + index, start, end }] as const),
    ),
  );
  const lines = examples.flatMap(({ text, id }) => {
    const place = places.get(id);
    return place ? [{ stems: [...new Set(splitQuery(text).map(stemOf))], ...place }] : [];
  });
  if (lines.length < leastOfPage * pages.length) return new Map();
  const counts = new Map<string, number>();
  for (const { stems } of lines)
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const known = [...counts].filter(([, count]) => count >= leastLines);
  const rowOf = new Map(known.map(([stem], index) => [stem, index * width]));
  const weights = new Float32Array(rowOf.size * width);
  const squares = new Float32Array(weights.length).fill(0.001);
  const errors = new Float64Array(width);

  /** Makes a step of one of the models, whose weights are from index `start` up to `end`. */
  const learn = (rows: readonly number[], start: number, end: number, right: number) => {
    const share = lengthNorm(rows.length);
    errors.fill(0, start, end);
    // Rows are read in memory order, for speed.
    for (const row of rows)
      for (let at = start; at < end; at++)
        errors[at] = (errors[at] ?? 0) + (weights[row + at] ?? 0);
    let most = -Infinity;
    for (let at = start; at < end; at++) most = Math.max(most, (errors[at] ?? 0) * share);
    let total = 0;
    for (let at = start; at < end; at++)
      total += errors[at] = Math.exp((errors[at] ?? 0) * share - most);
    for (let at = start; at < end; at++) {
      const error = (at === right ? 1 : 0) - (errors[at] ?? 0) / total;
      if (Math.abs(error) < leastError) continue;
      for (const row of rows) {
        const gradient = share * error - weightDecay * (weights[row + at] ?? 0);
        const square = (squares[row + at] = (squares[row + at] ?? 0) + gradient * gradient);
        weights[row + at] =
          (weights[row + at] ?? 0) + (learningRate * gradient) / Math.sqrt(square);
      }
    }
  };

  const read = lines.map(({ stems, ...place }) => {
    return { rows: stems.flatMap((stem) => rowOf.get(stem) ?? []), ...place };
  });
  runEpochs(read, epochs, ({ rows, page, section, start, end }) => {
    learn(rows, 0, pages.length, page);
    learn(rows, start, end, section);
  });
  const texts = [...rowOf].map(([stem, row]): [string, string] => {
    return [stem, formatRow(weights.subarray(row, row + width))];
  });
  return new Map(texts.filter(([, text]) => text !== ''));
}

const cache = cacheOnDisk<[stem: string, row: string][]>('search-leanings', [
  'src/features/search/build/learn-leanings.ts',
  'src/features/search/build/training.ts',
  'src/features/search/model/learnt.ts',
  'src/features/search/model/words.ts',
  'src/features/search/model/languages',
]);

/** Calls `learnLeanings`, with a cache on disk for unchanged lines. */
export function learnLeaningsCached(
  examples: readonly Example[],
  sections: Catalogue['sections'],
): Map<string, string> {
  const pages = rowPlaces(sections);
  const numbers = new Map(pages.flatMap(({ asked }) => asked).map((id, index) => [id, index]));
  // Ids change with a section's text, but the weights do not depend on it.
  const lines = examples.map(({ text, id }) => [numbers.get(id), text]);
  const input = JSON.stringify([pages.map(({ asked }) => asked.length), lines]);
  return new Map(cache(input, () => [...learnLeanings(examples, sections)]));
}
