import { groupBy } from '../../../lib/text/format.ts';
import type { Catalogue, PageEntry, SectionEntry } from './catalogue.ts';
import { importanceOf, rarityOfMissing, type Evidence, type UnitFound } from './evidence.ts';
import type { Leaning } from './leanings.ts';
import { splitWords, stemOf } from './words.ts';

/**
 * What speaks for a section as the answer to a query, and how much. Each sign is a share of all that the
 * query says, 0–1: its units count by their importance. The weights are those of a conditional logistic
 * model, learnt by `npm run tune:search` from the lists of queries that search may be tuned on and from what
 * readers ask, each line asked as if its section did not have it. Set by hand are `title`, which tells more
 * in a guide of which little is asked, `same`, so that whoever asks a line word for word is led to its
 * section, and `aside`, since lines do not tell how rarely sources are asked for.
 */
export const weights = {
  /** What the section has at all, what its text has again and again, and what many of its lines have. */
  covered: 3.6,
  text: 2.1,
  asked: 3.8,
  /** How nearly its heading, and the three nearest of its lines, say what the query says. */
  heading: 0.9,
  line: 2.7,
  line2: 1,
  line3: 0.5,
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

/** What a synonym says, beside the word itself. */
export const synonymShare = { most: 0.7 };

/** The importance of all units of a query; a word that the guide does not have counts as a rare one. */
export function totalImportance(found: readonly UnitFound[]): number {
  return found.reduce((sum, unit) => {
    return sum + (importanceOf(unit) || rarityOfMissing);
  }, 0);
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
  for (const unit of found) {
    const { own, synonyms } = unit;
    const share = importanceOf(unit) / total;
    const nearness =
      own.rarity > 0 ? synonymShare.most * Math.min(1, synonyms.rarity / own.rarity) : 1;
    const add = (id: string, itself: Evidence | undefined, synonym: Evidence | undefined) => {
      const section = sections.get(id);
      if (!section) return;
      let one = signed.get(id);
      if (!one) signed.set(id, (one = { id, section, signs: { ...noSigns }, nearness: [] }));
      addEvidence(one, share, itself, synonym, nearness);
    };
    for (const [id, evidence] of own.records) add(id, evidence, synonyms.records.get(id));
    for (const [id, evidence] of synonyms.records)
      if (!own.records.has(id)) add(id, undefined, evidence);
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

const noSigns = Object.fromEntries(Object.keys(weights).map((name) => [name, 0])) as Signs;

/** Adds a unit's evidence; of what the word itself and what a synonym says, the greater counts. */
function addEvidence(
  { section, signs, nearness: lines }: SignedSection,
  share: number,
  itself: Evidence | undefined,
  synonym: Evidence | undefined,
  nearness: number,
): void {
  const greater = (a = 0, b = 0) => Math.max(a, nearness * b);
  signs.covered += share;
  signs.text += share * greater(saturated(itself), saturated(synonym));
  signs.asked += share * greater(shareOfLines(itself, section), shareOfLines(synonym, section));
  itself?.lines.forEach((value, line) => {
    lines[line] = (lines[line] ?? 0) + share * greater(value, synonym?.lines[line]);
  });
  synonym?.lines.forEach((value, line) => {
    if (itself?.lines[line] === undefined)
      lines[line] = (lines[line] ?? 0) + share * nearness * value;
  });
}

/** Among so many lines a word must stand in one more to be as much the section's subject. */
const fewLines = 25;

/**
 * How far readers ask a section about something: the more of its lines have it, the more. One line is little,
 * and of many lines any word stands in one.
 */
function shareOfLines(evidence: Evidence | undefined, { lines }: SectionEntry): number {
  const count = evidence?.lines.filter((value, line) => line > 0 && value > 0).length ?? 0;
  return count === 0
    ? 0
    : Math.min(1, (2 * count) / (count + Math.max(2, (lines.length - 1) / fewLines)));
}

function saturated(evidence: Evidence | undefined): number {
  return evidence ? evidence.text / (evidence.text + 1) : 0;
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
  const units = found.map((unit) => {
    return { stems: unit.text.split(' ').map(stemOf), importance: importanceOf(unit) };
  });
  const byPage = groupBy(all, ({ section }) => section.page);
  for (const [page, own] of byPage) {
    const title = titleShare(page, units) / total;
    const texts = twoBest(own.map(({ signs }) => signs.text));
    for (const { section, signs } of own) {
      signs.pageText = signs.text === texts[0] ? texts[1] : texts[0];
      signs.title = title;
      signs.aside = asideShare(page, found.length);
      signs.beyondTitle = section.anchor === '' ? 1 - title : 0;
    }
  }
}

/** A page outside all parts, such as the home page, leads on to the others whatever is asked: twice as far aside. */
function asideShare({ aside, part }: PageEntry, units: number): number {
  if (part < 0) return 2;
  return aside ? 1 / units : 0;
}

function twoBest(values: readonly number[]): [number, number] {
  const [first = 0, second = 0] = [...values].sort((a, b) => b - a);
  return [first, second];
}

/** The importance of the units that a page's title has. */
function titleShare(
  page: PageEntry,
  units: readonly { stems: readonly string[]; importance: number }[],
): number {
  const title = stemsOfTitle(page);
  const inTitle = units.filter(({ stems }) => stems.every((stem) => title.has(stem)));
  return inTitle.reduce((sum, { importance }) => sum + importance, 0);
}

const titles = new WeakMap<PageEntry, ReadonlySet<string>>();

function stemsOfTitle(page: PageEntry): ReadonlySet<string> {
  const known = titles.get(page);
  if (known) return known;
  const stems = new Set(splitWords(page.title).map(stemOf));
  titles.set(page, stems);
  return stems;
}
