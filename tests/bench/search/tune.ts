import { readdirSync } from 'node:fs';
import { findClauses } from '../../../src/features/search/client/searcher.ts';
import { learnLeanings } from '../../../src/features/search/build/learn.ts';
import { correctQuery } from '../../../src/features/search/model/correct.ts';
import { readLeanings } from '../../../src/features/search/model/learnt.ts';
import { Lexicon } from '../../../src/features/search/model/lexicon.ts';
import { planQuery, type ClauseResult } from '../../../src/features/search/model/clauses.ts';
import { readFeatures, weights, type Features } from '../../../src/features/search/model/rank.ts';
import { splitQuery, splitWords } from '../../../src/features/search/model/words.ts';
import { openBuiltLibrary } from './library.ts';
import { readQueries, type Place } from './query-file.ts';

/**
 * Learns the weights of src/features/search/model/rank.ts from the index in dist/ and prints them: conditional
 * logistic regression, by gradient ascent, of the section and the page that answer. Examples are the tuning lists,
 * and a sample of the lines that readers ask, as if their sections did not have them and leanings were not learnt
 * from them; weights set by hand do not change. First it cross-validates: learns on one half of the pages and prints
 * how often the right section is first on the other. Run after a build, when there are many new lines:
 * npm run tune:search
 */
interface Example {
  /** Page that answers, by which examples are split in two halves. */
  page: string;
  /** Weight of the example. */
  weight: number;
  /** Features of each matching section, and whether it answers or is on a page that answers. */
  rows: { features: Float64Array; isRight: boolean; isNear: boolean }[];
}

/** The words of a query, and the results of its clauses. */
interface Query {
  words: readonly string[];
  found: readonly ClauseResult[];
}

const fixtures = 'tests/fixtures/search';
const tuned = readdirSync(fixtures).filter(
  (name) => name.endsWith('.tsv') && !/held-out|^uncovered/.test(name),
);
const names = Object.keys(weights) as (keyof Features)[];

/** One line in this many is an example. */
const everyLine = Number(process.env['TUNE_EVERY'] ?? 8);
/** Number of folds: the leanings for a line are learnt from the lines of all other folds. */
const folds = 5;
/** Maximum sections of an example: those that score best by the current weights. */
const contestants = 40;
/** Weight of a query of the lists, against 1 of a line. */
const listWeight = 3;

/** Share of the right page in the likelihood, against the right section. */
const pageShare = 0.4;

/** The features whose weights are set by hand. */
const byHand = new Set<keyof Features>([
  ...(['same', 'title', 'outside', 'asked', 'line'] as const),
]);

const library = await openBuiltLibrary('dist');
const { catalogue, lexicon } = library;
await library.learn('all');
const isListed = await library.learnDictionary();

const examples: Example[] = [];
for (const name of tuned) {
  for (const { query, accepted, kind } of readQueries(`${fixtures}/${name}`)) {
    // For an author and a year the work is shown first, whatever the sections score.
    if (kind !== 'number') add(await find(query), accepted, listWeight, lexicon);
  }
}
const asked = await readAsked();
for (let fold = 0; fold < folds; fold++) {
  const isOwn = (_: unknown, index: number) => index % folds === fold;
  const heldOut = new Lexicon();
  const others = asked.filter((line, index) => !isOwn(line, index));
  for (const [stem, row] of learnLeanings(others, catalogue.sections))
    heldOut.leanings.set(stem, row);
  const own = asked.filter(isOwn).filter((_, index) => index % everyLine === 0);
  for (const { text, id, line } of own) {
    add(forget(await find(text), id, line), [toPlace(id)], 1, heldOut);
  }
}
const pages = [...new Set(examples.map(({ page }) => page))];
for (const part of [0, 1]) {
  const isTest = ({ page }: Example) => pages.indexOf(page) % 2 === part;
  const learnt = learn(examples.filter((one) => !isTest(one)));
  console.log(`Other half of the pages: ${shareFirst(examples.filter(isTest), learnt)}`);
}
const learnt = learn(examples);
console.log(`All: ${shareFirst(examples, learnt)}`);
console.log(
  Object.fromEntries(names.map((name, index) => [name, Number(learnt[index]?.toFixed(2))])),
);

/** Reads all lines that readers ask, with the index of each in its section. */
async function readAsked() {
  const lines = [];
  for (const [id, { heading, lines: own }] of catalogue.sections) {
    const documents = await library.find(splitWords(heading).join(' '), {});
    const content = (await documents.get(id)?.data())?.content.split(/\s+/) ?? [];
    for (const [line, { end }] of own.entries()) {
      const text = content.slice(own[line - 1]?.end, end).join(' ');
      if (line > 0) lines.push({ id, line, text });
    }
  }
  return lines;
}

function toPlace(id: string): Place {
  const section = catalogue.sections.get(id);
  return { page: section?.page.path.replace(/\/$/, '') ?? '', section: section?.anchor };
}

async function find(query: string): Promise<Query> {
  const { words } = correctQuery(splitQuery(query), lexicon, false, isListed);
  return { words, found: await findClauses(library, planQuery(words, lexicon)) };
}

/** Removes the matches in one line of a section. */
function forget({ words, found }: Query, id: string, line: number): Query {
  const without = (clause: ClauseResult): ClauseResult => {
    const known = clause.documents.get(id);
    if (!known) return clause;
    const lines = known.lines.map((value, index) => (index === line ? 0 : value));
    const documents = new Map(clause.documents).set(id, { ...known, lines });
    if (known.text === 0 && !lines.some((one) => one > 0)) documents.delete(id);
    return { ...clause, documents };
  };
  return { words, found: found.map(without) };
}

/** Adds an example. @param learnt lexicon with the leanings. */
function add(query: Query, accepted: readonly Place[], weight: number, learnt: Lexicon): void {
  const own = Float64Array.from(names, (name) => weights[name]);
  const leanings = readLeanings(query.words, learnt, catalogue.sections);
  const rows = readFeatures(query.found, catalogue, leanings)
    .map(({ section, features }) => ({
      features: Float64Array.from(names, (name) => features[name]),
      isNear: accepted.some(({ page }) => `${page}/` === section.page.path),
      isRight: accepted.some(
        (place) =>
          `${place.page}/` === section.page.path &&
          (place.section === undefined || place.section === section.anchor),
      ),
    }))
    .sort((a, b) => scoreOf(b.features, own) - scoreOf(a.features, own))
    // Sections with low scores do not help to distinguish the good ones.
    .filter(({ isRight }, index) => isRight || index < contestants);
  if (rows.some(({ isRight }) => isRight))
    examples.push({ page: accepted[0]?.page ?? '', weight, rows });
}

function scoreOf(features: Float64Array, by: Float64Array): number {
  return features.reduce((sum, feature, index) => sum + feature * (by[index] ?? 0), 0);
}

/** Maximises the likelihood of choosing a right section and a right page, by gradient ascent with Adam. */
function learn(from: readonly Example[], rounds = 120): Float64Array {
  const own = Float64Array.from(names, (name) => weights[name]);
  const mean = new Float64Array(names.length);
  const square = new Float64Array(names.length);
  const total = from.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 1; round <= rounds; round++) {
    const gradient = new Float64Array(names.length);
    for (const { rows, weight } of from) {
      const scores = rows.map(({ features }) => scoreOf(features, own));
      const most = scores.reduce((a, b) => Math.max(a, b));
      const odds = scores.map((score) => Math.exp(score - most));
      const all = odds.reduce((a, b) => a + b);
      const sumOf = (is: 'isRight' | 'isNear') =>
        odds.reduce((sum, one, index) => sum + (rows[index]?.[is] ? one : 0), 0);
      const [right, near] = [sumOf('isRight'), sumOf('isNear')];
      rows.forEach(({ features, isRight, isNear }, row) => {
        const wanted =
          (isRight ? (1 - pageShare) / right : 0) + (isNear ? pageShare / near : 0) - 1 / all;
        const change = (odds[row] ?? 0) * wanted * (weight / total);
        features.forEach(
          (feature, index) => (gradient[index] = (gradient[index] ?? 0) + change * feature),
        );
      });
    }
    const step = round < rounds * 0.7 ? 0.2 : 0.04;
    gradient.forEach((raw, index) => {
      if (byHand.has(names[index] ?? 'same')) return;
      // A little weight decay, so that correlated features share their weight.
      const one = raw - 0.001 * (own[index] ?? 0);
      mean[index] = 0.9 * (mean[index] ?? 0) + 0.1 * one;
      square[index] = 0.99 * (square[index] ?? 0) + 0.01 * one * one;
      const size = Math.sqrt((square[index] ?? 0) / (1 - 0.99 ** round)) + 1e-8;
      own[index] = (own[index] ?? 0) + (step * (mean[index] ?? 0)) / (1 - 0.9 ** round) / size;
    });
  }
  return own;
}

function shareFirst(from: readonly Example[], by: Float64Array): string {
  const first = from.filter(({ rows }) => {
    const best = rows.reduce((a, b) => (scoreOf(b.features, by) > scoreOf(a.features, by) ? b : a));
    return best.isRight;
  });
  return `the right section comes first for ${((100 * first.length) / from.length).toFixed(1)} % of ${String(from.length)}`;
}
