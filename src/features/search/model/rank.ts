import { getOrInsert, groupBy } from '../../../lib/text/format.ts';
import type { Catalogue, PageEntry, SectionEntry } from './catalogue.ts';
import { totalImportance, type ClauseResult } from './units.ts';
import type { Leaning } from './learnt.ts';
import { splitWords, stemOf } from './words.ts';

/**
 * What speaks for a section as the answer to a query, and how much. Each feature is a share of all that the
 * query says, 0–1: its clauses count by their importance. The weights are those of a conditional logistic
 * model, learnt by `npm run tune:search` from the lists of queries that search may be tuned on and from what
 * readers ask, each line asked as if its section did not have it. Set by hand are `title`, which tells more
 * in a guide of which little is asked, `same`, so that whoever asks a line word for word is led to its
 * section, `aside`, since lines do not tell how rarely sources are asked for, and `asked` and the lines, by
 * stories that nobody had taught: the lists that search may be tuned on are near what is asked.
 */
export const weights = {
  /** What the section has at all, what its text has again and again, and what many of its lines have. */
  covered: 3.6,
  text: 2.1,
  asked: 5,
  /** How nearly its heading, and the nearest of its lines, say what the query says. */
  heading: 0.9,
  line: 1.7,
  /** How far that line is the query itself: all of it, and no more. */
  same: 6,
  /** The best text of the page's other sections. */
  pageText: 0.7,
  /** How far the query's words as a whole lean to its page, and to it among the sections of its page. */
  leansPage: 4.1,
  leansSection: 6,
  /** What the page's title has; and, for the top of a page, what its title does not have. */
  title: 1.2,
  beyondTitle: -0.4,
  /**
   * Whether the page is about the site or its sources rather than the subject; less for longer queries,
   * which tell of themselves whether they are about these. 2 for the home page.
   */
  aside: -1.5,
};

/** What speaks for a section, by the names of `weights`. */
export type Features = Record<keyof typeof weights, number>;

/** A section that has anything of a query. */
export interface RankedSection {
  /** Id of its document. */
  id: string;
  section: SectionEntry;
  features: Features;
  /** How much speaks for it: the logarithm of its odds, but for a constant. */
  score: number;
  /** How nearly each of its lines says what the query says, 0–1, as far as any does. */
  nearness: number[];
}

/**
 * Every section that has anything of a query, with what speaks for it.
 * @param leanings how far the query's words lean to sections, by their ids; wholly, where that is not known.
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
    const [best = 0, second = 0] = own.map(({ text }) => text).sort((a, b) => b - a);
    return own.map(({ id, section, covered, text, asked, shares }): RankedSection => {
      // What a line has of the query, beside the geometric mean of what the whole query and the whole line say.
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
        pageText: text === best ? second : best,
        leansPage: leaning.page,
        leansSection: leaning.section,
        title,
        beyondTitle: section.anchor === '' ? 1 - title : 0,
        aside: asideShare(page, found.length),
      };
      return { id, section, features, score: scoreOf(features), nearness };
    });
  });
}

function scoreOf(features: Features): number {
  const names = Object.keys(weights) as (keyof Features)[];
  return names.reduce((sum, name) => sum + weights[name] * features[name], 0);
}

/** Among so many lines a word must stand in one more to be as much the section's subject. */
const fewLines = 25;

/**
 * How far readers ask a section about something: the more of its lines have it, the more. One line is little,
 * and of many lines any word stands in one.
 */
function shareOfLines(matched: readonly number[], { lines }: SectionEntry): number {
  const count = matched.reduce((sum, value, line) => sum + (line > 0 ? value : 0), 0);
  const others = Math.max(2, (lines.length - 1) / fewLines);
  return Math.min(1, (2 * count) / (count + others));
}

/** How much of a query stands in a page's title. */
function shareOfTitle(page: PageEntry, found: readonly ClauseResult[]): number {
  const words = new Set(splitWords(page.title).map(stemOf));
  return found
    .filter(({ text }) => text.split(' ').every((word) => words.has(stemOf(word))))
    .reduce((sum, { importance }) => sum + importance, 0);
}

/** A page outside all parts, such as the home page, leads on to the others whatever is asked: twice as far aside. */
function asideShare({ aside, part }: PageEntry, clauses: number): number {
  if (part < 0) return 2;
  return aside ? 1 / clauses : 0;
}

/** A page that answers a query, and the sections that answer best: one to three, best first. */
export interface RankedPage {
  page: PageEntry;
  sections: [RankedSection, ...RankedSection[]];
}

/** Most sections of a page that stand as results. */
const mostSections = 3;

/** How far below its page's best section another may score and stand as a result too. */
const also = 0.8;

/** Pages by their best section, with those of their sections that answer nearly as well. */
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
  /** The share of the query that it has, 0–1. */
  share: number;
}

/** The terms and works that answer a query, best first: by what they have, again and again. */
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

/** From this share of a query on, a work or a term covers it. */
const leastOfEntry = 0.9;

/**
 * What the best section's score, the share of the query that it has, and the number of the query's clauses
 * come to, less for the subjects that authors leave to others: learnt by logistic regression beside
 * queries on other subjects. The least lets some 2 % of covered queries be refused, and more only of stories
 * that are told round about; when in doubt, results do less harm than a refusal.
 */
const coverWeights = { score: 0.29, covered: 1.9, clauses: 3.2, elsewhere: -5.9, least: 9.3 };

/** From this sameness with a line on, readers ask just that. */
const leastSame = 0.5;

/** From this number of clauses on, such a subject may only be part of a story, and weighs less. */
const longQuery = 4;

/**
 * Whether the guide covers a query, as far as its words tell. A section that has its only word covers it,
 * and so does a work or a term that has nearly all. Else the best section must answer well enough; longer
 * questions have words that nobody expected, and few of them are about anything else.
 * @param best the section that ranks first.
 * @param entries the terms and works that it finds.
 * @param isElsewhere whether it names a subject that the guide leaves to others.
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

/** Most clauses of a query that may be a name and little more. */
const mostOfName = 3;

/**
 * Whether a short query names somebody or something of the guide's: it has a word that the guide has and
 * that is no word of the language, whatever else of the name is missing.
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
