import type { Catalogue, PageEntry, SectionEntry } from './catalogue.ts';
import {
  importanceOf,
  rarityOfMissing,
  type Evidence,
  type Found,
  type UnitFound,
} from './evidence.ts';
import { isFunctionWord, splitWords, stemOf } from './words.ts';

/** A section that answers a query. */
export interface RankedSection {
  /** Id of its record. */
  id: string;
  section: SectionEntry;
  score: number;
  /** How nearly each of its lines says what the query says, 0–1, as far as any does. */
  nearness: number[];
}

/** A page that answers a query, and the sections that answer best: one to three, best first. */
export interface RankedPage {
  page: PageEntry;
  sections: [RankedSection, ...RankedSection[]];
  score: number;
}

/**
 * How much each sign counts. Set once on our own query file by ablation, rounded, and flat around
 * these values: a change of a quarter in any of them moves success@1 by less than two points.
 */
export const weights = {
  /** A word in the section's heading, and in what readers ask; in its text it is 1. */
  heading: 3,
  asked: 2.2,
  /** Where more evidence for one unit stops to count. */
  saturation: 12,
  /** What a synonym found, beside what the word itself found. */
  synonyms: 0.7,
  /** The top of a page, which says what the page is about. */
  top: 1.15,
  /** A section's other sections count for its page. */
  rest: 0.5,
  /** The line, of a section's heading and of what readers ask, that says most of what the query says. */
  line: 2,
  /** Exponent of the share of the query that a section covers. */
  coverage: 0.25,
  /** Pages about the site or its sources. */
  aside: 0.5,
  /** The top of a page, beside its sections. */
  topWithin: 0.3,
  /** How well another section of a page must answer, beside its best, to stand as a result too. */
  also: 0.6,
};

/** Most sections of a page that stand as results. */
const mostSections = 3;

/**
 * Pages by how well they answer a query: the best section's score, and half of the next four's. A
 * section scores the sum over units of rarity times saturated evidence, more when its heading, or what
 * readers ask of it, says much the same as the query.
 */
export function rankPages(
  words: readonly string[],
  found: readonly UnitFound[],
  catalogue: Catalogue,
): RankedPage[] {
  const asked = new Set(words.filter((word) => !isFunctionWord(word)).map(stemOf));
  const byPage = new Map<PageEntry, RankedSection[]>();
  for (const [id, score] of scoreRecords(found)) {
    const section = catalogue.sections.get(id);
    if (!section) continue;
    const list = byPage.get(section.page) ?? [];
    const nearness = nearnessOf(section, id, found);
    const line = 1 + weights.line * nearest(nearness);
    list.push({ id, section, score: score * line, nearness });
    byPage.set(section.page, list);
  }
  return [...byPage]
    .map(([page, sections]) => rankPage(page, sections, asked))
    .sort((a, b) => b.score - a.score);
}

/**
 * How nearly each line of a section says what the query says, 0–1: the importance of the units that it
 * has, beside the geometric mean of what the whole query and the whole line say.
 */
function nearnessOf({ lines }: SectionEntry, id: string, found: readonly UnitFound[]): number[] {
  const said: number[] = [];
  let asked = 0;
  for (const unit of found) {
    const importance = importanceOf(unit) || unit.weight * rarityOfMissing;
    asked += importance;
    const own = unit.own.records.get(id)?.lines ?? [];
    const synonyms = unit.synonyms.records.get(id)?.lines ?? [];
    for (let line = Math.max(own.length, synonyms.length) - 1; line >= 0; line--) {
      const nearness = Math.max(own[line] ?? 0, weights.synonyms * (synonyms[line] ?? 0));
      said[line] = (said[line] ?? 0) + nearness * importance;
    }
  }
  return said.map((one, line) => {
    const length = Math.max(lines[line]?.weight ?? 0, one, 1);
    return one / Math.sqrt(asked * length);
  });
}

function nearest(nearness: readonly number[]): number {
  return nearness.reduce((best, one) => Math.max(best, one), 0);
}

/** A page by its best section and half of the next four. */
function rankPage(
  page: PageEntry,
  sections: readonly RankedSection[],
  asked: ReadonlySet<string>,
): RankedPage {
  const scores = sections.map(({ score, section }) => {
    return score * (section.anchor === '' ? weights.top : 1);
  });
  const [best = 0, ...others] = scores.sort((a, b) => b - a);
  const rest = others.slice(0, 4).reduce((sum, score) => sum + score, 0);
  const score = (best + weights.rest * rest) * (page.aside ? weights.aside : 1);
  const [lead, ...more] = sections
    .map((one) => ({ ...one, score: one.score * topShare(one.section, asked) }))
    .sort((a, b) => b.score - a.score) as [RankedSection, ...RankedSection[]];
  const also = more.filter((one) => one.score >= weights.also * lead.score);
  return { page, sections: [lead, ...also.slice(0, mostSections - 1)], score };
}

/** A page's top answers who asks for its title and no more; other words lead further down. */
function topShare({ anchor, heading }: SectionEntry, asked: ReadonlySet<string>): number {
  if (anchor !== '') return 1;
  const title = new Set(splitWords(heading).map(stemOf));
  const isMore = [...asked].some((word) => !title.has(word));
  return isMore ? weights.topWithin : 1;
}

/** Score of each record over all units. */
export function scoreRecords(found: readonly UnitFound[]): Map<string, number> {
  const importance = found.map(importanceOf);
  const total = importance.reduce((sum, one) => sum + one, 0) || 1;
  const sums = new Map<string, { score: number; covered: number }>();
  found.forEach((unit, index) => {
    for (const [id, score] of scoreUnit(unit)) {
      const before = sums.get(id) ?? { score: 0, covered: 0 };
      const covered = before.covered + (score > 0 ? (importance[index] ?? 0) : 0);
      sums.set(id, { score: before.score + score, covered });
    }
  });
  return new Map(
    [...sums].map(([id, { score, covered }]) => [
      id,
      score * (covered / total) ** weights.coverage,
    ]),
  );
}

/** Each record's score for one unit: by its own name or by a synonym, whichever says more. */
function scoreUnit({ weight, own, synonyms }: UnitFound): Map<string, number> {
  const scores = new Map<string, number>();
  const add = ({ records, rarity }: Found, factor: number) => {
    for (const [id, evidence] of records) {
      const score = weight * factor * rarity * saturate(evidence);
      scores.set(id, Math.max(score, scores.get(id) ?? 0));
    }
  };
  add(own, 1);
  add(synonyms, weights.synonyms);
  return scores;
}

function saturate({ text, heading, asked }: Evidence): number {
  const sum = text + weights.heading * heading + weights.asked * asked;
  return ((weights.saturation + 1) * sum) / (weights.saturation + sum);
}

/** From this share of a query on, a work or a term covers it. */
const leastOfEntry = 0.9;

/**
 * What the signs of `isCovered` must come to. Calibrated on our files of queries: 80 % of those on other
 * subjects lie below, and 3 % of those on ours.
 */
const leastCoverage = 1.36;

/** How much each further word of a query speaks for its being about people, and so for the guide. */
const coveragePerUnit = 0.04;

/**
 * Whether the guide covers a query, as far as its words tell. Its units count by their importance. A
 * section that has all of them covers it, and so does a work or a term that has nearly all. Else some
 * signs are added: the mean of the share that the guide has at all and of the share that one section
 * has, how nearly a line says the same, and a little for each unit. Long questions have words that nobody
 * expected, and few of them are about anything else.
 */
export function isCovered(
  found: readonly UnitFound[],
  { sections }: Pick<Catalogue, 'sections'>,
): boolean {
  const having = new Map<string, number>();
  let total = 0;
  let known = 0;
  for (const unit of found) {
    const ids = new Set([...unit.own.records.keys(), ...unit.synonyms.records.keys()]);
    const importance = ids.size > 0 ? importanceOf(unit) : unit.weight * rarityOfMissing;
    total += importance;
    if (ids.size > 0) known += importance;
    for (const id of ids) having.set(id, (having.get(id) ?? 0) + importance);
  }
  let most = 0;
  let line = 0;
  for (const [id, own] of having) {
    const section = sections.get(id);
    const share = own / total;
    if (share > (section ? 0.999 : leastOfEntry)) return true;
    if (!section) continue;
    most = Math.max(most, share);
    line = Math.max(line, nearest(nearnessOf(section, id, found)));
  }
  const length = coveragePerUnit * found.length;
  return total > 0 && (most + known / total) / 2 + line + length >= leastCoverage;
}
