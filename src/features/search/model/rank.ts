import { getOrInsert, groupBy } from '../../../lib/text/format.ts';
import type { Catalogue, PageEntry, SectionEntry } from './catalogue.ts';
import { totalImportance, type UnitFound } from './evidence.ts';
import type { Leaning } from './learnt.ts';
import { splitWords, stemOf } from './words.ts';

/**
 * What speaks for a section as the answer to a query, and how much. Each sign is a share of all that the
 * query says, 0–1: its units count by their importance. The weights are those of a conditional logistic
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
  /** How nearly its heading, and the three nearest of its lines, say what the query says. */
  heading: 0.9,
  line: 1.3,
  line2: 0.5,
  line3: 0.25,
  /** How far the nearest of its lines is the query itself: all of it, and no more. */
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
export type Signs = Record<keyof typeof weights, number>;

/** A section with what speaks for it. */
export interface SignedSection {
  /** Id of its record. */
  id: string;
  section: SectionEntry;
  signs: Signs;
  /** How nearly each of its lines says what the query says, 0–1, as far as any does. */
  nearness: number[];
}

/**
 * Every section that has anything of a query, with what speaks for it.
 * @param leanings how far the query's words lean to sections, by their ids; wholly, where that is not known.
 */
export function readSigns(
  found: readonly UnitFound[],
  { sections }: Pick<Catalogue, 'sections'>,
  leanings: ReadonlyMap<string, Leaning> = new Map(),
): SignedSection[] {
  const total = totalImportance(found) || 1;
  const signed = new Map<string, SignedSection>();
  for (const { records, importance } of found) {
    const share = importance / total;
    for (const [id, { text, lines }] of records) {
      const section = sections.get(id);
      if (!section) continue;
      const make = () => ({ id, section, signs: { ...noSigns }, nearness: [] });
      const { signs, nearness } = getOrInsert<string, SignedSection>(signed, id, make);
      signs.covered += share;
      signs.text += (share * text) / (text + 1);
      signs.asked += share * shareOfLines(lines, section);
      lines.forEach((value, line) => {
        nearness[line] = (nearness[line] ?? 0) + share * value;
      });
    }
  }
  const all = [...signed.values()];
  for (const one of all) {
    compareLines(one, total);
    const { page, section } = leanings.get(one.id) ?? { page: 1, section: 1 };
    Object.assign(one.signs, { leansPage: page, leansSection: section });
  }
  lookAround(all, found, total);
  return all;
}

const signNames = Object.keys(weights) as (keyof Signs)[];
const noSigns = Object.fromEntries(signNames.map((name) => [name, 0])) as Signs;

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

/**
 * How nearly each line says what the query says: what it has of it, beside the geometric mean of what
 * the whole query and the whole line say. Only the nearest three count, however many there are; where there
 * are fewer, the last stands for those that are missing.
 */
function compareLines({ section: { lines }, signs, nearness }: SignedSection, total: number): void {
  nearness.forEach((share, line) => {
    const said = share * total;
    nearness[line] = said / Math.sqrt(total * Math.max(lines[line]?.weight ?? 0, said, 1));
  });
  const [first = 0, second = first, third = second] = lines
    .map((_, line) => nearness[line] ?? 0)
    .sort((a, b) => b - a);
  Object.assign(signs, { heading: nearness[0] ?? 0, line: first, line2: second, line3: third });
  signs.same = first ** 8;
}

/** What the rest of a section's page says. */
function lookAround(
  all: readonly SignedSection[],
  found: readonly UnitFound[],
  total: number,
): void {
  const units = found.map(({ text, importance }) => {
    return { stems: text.split(' ').map(stemOf), importance };
  });
  for (const [page, own] of groupBy(all, ({ section }) => section.page)) {
    const words = getOrInsert(titles, page, () => new Set(splitWords(page.title).map(stemOf)));
    const inTitle = units.filter(({ stems }) => stems.every((stem) => words.has(stem)));
    const title = inTitle.reduce((sum, { importance }) => sum + importance, 0) / total;
    const [best = 0, second = 0] = own.map(({ signs }) => signs.text).sort((a, b) => b - a);
    for (const { section, signs } of own) {
      signs.pageText = signs.text === best ? second : best;
      signs.title = title;
      signs.aside = asideShare(page, found.length);
      signs.beyondTitle = section.anchor === '' ? 1 - title : 0;
    }
  }
}

/** The stems of each page's title. */
const titles = new WeakMap<PageEntry, ReadonlySet<string>>();

/** A page outside all parts, such as the home page, leads on to the others whatever is asked: twice as far aside. */
function asideShare({ aside, part }: PageEntry, units: number): number {
  if (part < 0) return 2;
  return aside ? 1 / units : 0;
}

/** A section that answers a query. */
export interface RankedSection extends SignedSection {
  score: number;
}

/** A page that answers a query, and the sections that answer best: one to three, best first. */
export interface RankedPage {
  page: PageEntry;
  sections: [RankedSection, ...RankedSection[]];
  score: number;
}

/** How much speaks for a section: the logarithm of its odds, but for a constant. */
function scoreOf(signs: Signs): number {
  return signNames.reduce((sum, name) => sum + weights[name] * signs[name], 0);
}

/** Most sections of a page that stand as results. */
const mostSections = 3;

/** How far below its page's best section another may score and stand as a result too. */
const also = 0.8;

/** Pages by their best section, with those of their sections that answer nearly as well. */
export function rankPages(signed: readonly SignedSection[]): RankedPage[] {
  const ranked = signed
    .map((one): RankedSection => ({ ...one, score: scoreOf(one.signs) }))
    .sort((a, b) => b.score - a.score);
  return [...groupBy(ranked, ({ section }) => section.page)].map(([page, own]) => {
    const [lead, ...more] = own as [RankedSection, ...RankedSection[]];
    const others = more.filter(({ score }) => score > lead.score - also);
    return { page, score: lead.score, sections: [lead, ...others.slice(0, mostSections - 1)] };
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
  found: readonly UnitFound[],
  { sections }: Pick<Catalogue, 'sections'>,
): RankedEntry[] {
  const total = totalImportance(found) || 1;
  const entries = new Map<string, RankedEntry>();
  for (const { records, importance } of found) {
    for (const [
      id,
      {
        text,
        lines: [heading = 0],
      },
    ] of records) {
      if (sections.has(id)) continue;
      const entry = getOrInsert(entries, id, () => ({ id, score: 0, share: 0 }));
      entry.score += importance * (heading + text / (text + 1));
      entry.share += importance / total;
    }
  }
  return [...entries.values()].sort((a, b) => b.score - a.score);
}
