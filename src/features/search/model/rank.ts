import { getOrInsert, groupBy } from '../../../lib/text/format.ts';
import type { Catalogue, PageEntry, SectionEntry } from './catalogue.ts';
import { totalImportance, type ClauseResult } from './clauses.ts';
import type { Leaning } from './learnt.ts';
import { isFunctionWord, splitWords, stemOf } from './words.ts';

/**
 * Weights of the features that rank sections. Most features are shares of the query's total importance, 0–1. The
 * weights are those of a conditional logistic regression, learnt by `npm run tune:search` from the tuning lists of
 * queries and from the lines that readers ask, each as if its section did not have it. Set by hand are `title`,
 * which matters more in a guide with few such lines, as does `outside`, `same`, so that a line typed word for word
 * finds its section, and `asked` and `line`, by held-out queries, since the tuning lists are close to the lines.
 */
export const weights = {
  /** Shares of the query that are in the section at all, often in its text, and in many of its lines. */
  covered: 3.6,
  text: 2.1,
  asked: 5,
  /** How closely its heading, and its nearest line, match the query. */
  heading: 0.9,
  line: 1.7,
  /** How far that line equals the query, no more and no less. */
  same: 6,
  /** Likelihoods, by the query's words, of its page and of the section among those of its page. */
  leansPage: 5,
  leansSection: 7,
  /** The share of the query in the page's title; and, for the top of a page, the share that is not. */
  title: 1.2,
  beyondTitle: -0.4,
  /** Whether the page is outside all parts, such as the home page, which only links to others. */
  outside: -3,
};

/** The features of a section, by the names of `weights`. */
export type Features = Record<keyof typeof weights, number>;

/** A section that matches at least one clause of a query. */
export interface RankedSection {
  /** Id of its document. */
  id: string;
  section: SectionEntry;
  features: Features;
  /** Log-odds that it answers the query, up to a constant. */
  score: number;
  /** How closely each of its lines matches the query, 0–1; sparse. */
  nearness: number[];
}

/**
 * Returns every section that matches at least one clause of a query, with its features and score.
 * @param leanings likelihoods of sections by the query's words, by id; 1 where unknown.
 */
export function readFeatures(
  found: readonly ClauseResult[],
  { sections }: Pick<Catalogue, 'sections'>,
  leanings: ReadonlyMap<string, Leaning> = new Map(),
): RankedSection[] {
  const total = totalImportance(found) || 1;
  const matched = new Map(
    [...sections].map(([id, section]) => [
      id,
      { id, section, covered: 0, text: 0, asked: 0, shares: [] as number[] },
    ]),
  );
  for (const { documents, importance } of found) {
    const share = importance / total;
    for (const [id, { text, lines }] of documents) {
      const one = matched.get(id);
      if (!one) continue;
      one.covered += share;
      one.text += (share * text) / (text + 1);
      one.asked += share * shareOfLines(lines, one.section);
      lines.forEach((value, line) => {
        one.shares[line] = (one.shares[line] ?? 0) + share * value;
      });
    }
  }
  const some = [...matched.values()].filter(({ covered }) => covered > 0);
  return [...groupBy(some, ({ section }) => section.page)].flatMap(([page, own]) => {
    const title = shareOfTitle(page, found) / total;
    return own.map(({ id, section, covered, text, asked, shares }): RankedSection => {
      // The importance that line and query share, over the geometric mean of the importance of each.
      const nearness = shares.map((share, line) => {
        const said = share * total;
        return said / Math.sqrt(total * Math.max(section.lines[line]?.weight ?? 0, said, 1));
      });
      const line = nearness.reduce((a, b) => Math.max(a, b), 0);
      const leaning = leanings.get(id) ?? { page: 1, section: 1 };
      const features = {
        covered,
        text,
        asked,
        heading: nearness[0] ?? 0,
        line,
        same: line ** 8,
        leansPage: leaning.page,
        leansSection: leaning.section,
        title,
        beyondTitle: section.anchor === '' ? 1 - title : 0,
        outside: Number(page.part < 0),
      };
      return { id, section, features, score: scoreOf(features), nearness };
    });
  });
}

function scoreOf(features: Features): number {
  const names = Object.keys(weights) as (keyof Features)[];
  return names.reduce((sum, name) => sum + weights[name] * features[name], 0);
}

/** A word is fully the subject of a section if one in this many of its lines has it, and at least two. */
const fewLines = 10;

/**
 * How far a clause is the subject of a section's lines, 0–1: more for each line that has it. One line says little,
 * since among many lines almost any word is in one.
 */
function shareOfLines(matched: readonly number[], { lines }: SectionEntry): number {
  const count = matched.reduce((sum, value, line) => sum + (line > 0 ? value : 0), 0);
  const others = Math.max(2, (lines.length - 1) / fewLines);
  return Math.min(1, (2 * count) / (count + others));
}

/** Total importance of the clauses that are in a page's title. */
function shareOfTitle(page: PageEntry, found: readonly ClauseResult[]): number {
  const words = new Set(splitWords(page.title).map(stemOf));
  return found
    .filter(({ text }) => text.split(' ').every((word) => words.has(stemOf(word))))
    .reduce((sum, { importance }) => sum + importance, 0);
}

/** A page that answers a query, and the sections that answer best: one to three, best first. */
export interface RankedPage {
  page: PageEntry;
  sections: [RankedSection, ...RankedSection[]];
}

/** Maximum sections of a page among the results. */
const mostSections = 3;

/** Maximum distance in score to the page's best section of another that is also a result. */
const also = 0.8;

/** Ranks pages by their best section, each with the sections that score nearly as high. */
export function rankPages(scored: readonly RankedSection[]): RankedPage[] {
  const ranked = scored.toSorted((a, b) => b.score - a.score);
  return [...groupBy(ranked, ({ section }) => section.page)].map(([page, own]) => {
    const [lead, ...more] = own as [RankedSection, ...RankedSection[]];
    const others = more.filter(({ score }) => score > lead.score - also);
    return { page, sections: [lead, ...others.slice(0, mostSections - 1)] };
  });
}

/** A term or a work that answers a query. */
export interface RankedEntry {
  id: string;
  score: number;
  /** Share of the query's importance that it matches, 0–1. */
  share: number;
}

/** Returns the terms and works that match a query, best first, by importance and term frequency. */
export function rankEntries(
  found: readonly ClauseResult[],
  { sections }: Pick<Catalogue, 'sections'>,
): RankedEntry[] {
  const total = totalImportance(found) || 1;
  const entries = new Map<string, RankedEntry>();
  for (const { documents, importance } of found) {
    for (const [id, { text, lines }] of documents) {
      if (sections.has(id)) continue;
      const entry = getOrInsert(entries, id, () => ({ id, score: 0, share: 0 }));
      entry.score += importance * ((lines[0] ?? 0) + text / (text + 1));
      entry.share += importance / total;
    }
  }
  return [...entries.values()].sort((a, b) => b.score - a.score);
}

/** Minimum share of a query that a work or term must match to cover it. */
const leastOfEntry = 0.9;

/**
 * Weights of the logistic regression that decides whether the guide covers a query, learnt from covered queries
 * and queries on other subjects: of the best section's score, the share of the query that it matches, the number of
 * clauses, and whether authors named the subject as not covered. `least` is the minimum sum: it refuses some 2 % of
 * covered queries, more only of long, indirect stories, since results do less harm than a wrong refusal.
 */
const coverWeights = { score: 0.47, covered: 2, clauses: 3.8, elsewhere: -7.4, least: 12.8 };

/** Minimum of `same` at which the query is a line that readers ask. */
const leastSame = 0.5;

/** Number of clauses above which a subject that is not covered may be incidental, and counts less. */
const longQuery = 4;

/**
 * Whether the guide covers a query, judged by its words. A query of one clause is covered if a section matches it,
 * any query if a work or a term matches nearly all of it. Else the best section must score high enough; the
 * threshold is lower for longer queries, which have more unexpected words and are rarely about other subjects.
 * @param best the section that ranks first.
 * @param entries the terms and works that match.
 * @param isElsewhere whether it names a subject that the guide does not cover.
 */
export function isCovered(
  found: readonly ClauseResult[],
  best: RankedSection | undefined,
  entries: readonly RankedEntry[],
  isElsewhere = false,
): boolean {
  if (!isElsewhere && entries.some(({ share }) => share > leastOfEntry)) return true;
  if (!best) return false;
  const { score, features } = best;
  if (found.length === 1) return features.covered > 0 && !isElsewhere;
  if (features.same > leastSame) return true;
  const sum =
    coverWeights.score * score +
    coverWeights.covered * features.covered +
    coverWeights.clauses * Math.log(found.length) +
    (isElsewhere ? coverWeights.elsewhere * Math.min(1, longQuery / found.length) : 0);
  return sum >= coverWeights.least;
}

/** Maximum clauses of a query that may be a name and little more. */
const mostOfName = 3;

/**
 * Whether a short query contains a name from the guide: a word that the guide has and the dictionary does not,
 * even if the rest of the name is missing.
 */
export function isNamed(
  found: readonly ClauseResult[],
  isListed: (word: string) => boolean,
): boolean {
  const isName = (text: string) => /^\p{L}{4,}$/u.test(text) && !isListed(text);
  return (
    found.length <= mostOfName &&
    found.some(({ text, documents }) => documents.size > 0 && isName(text))
  );
}

const year = /^(1[89]|20)\d\d$/;

/** Whether a query's words cite a work by author and year: "Groh 2014", "Tronick et al. 1978". */
export function isCitationOf(words: readonly string[], shortCitation: string): boolean {
  const cited = new Set(splitWords(shortCitation));
  const own = words.filter((word) => word.length > 2 && !isFunctionWord(word));
  const years = own.filter((word) => year.test(word));
  const names = own.filter((word) => !year.test(word));
  return (
    years.some((one) => cited.has(one)) && names.some((name) => cited.has(name)) && own.length <= 6
  );
}
