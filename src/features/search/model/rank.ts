import type { Catalogue, PageEntry, SectionEntry } from './catalogue.ts';
import type { Evidence, Found } from './evidence.ts';
import { isFunctionWord, splitWords } from './words.ts';
import { stemOf } from './lexicon.ts';

/** What a unit of the query found. */
export interface UnitFound {
  /** How much the unit counts, 0–1. */
  weight: number;
  own: Found;
  synonyms: Found;
}

/** A section that answers a query. */
export interface RankedSection {
  /** Id of its record. */
  id: string;
  section: SectionEntry;
  score: number;
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
  /** A word in the section's heading, in what readers ask, in the page's title; in its text it is 1. */
  heading: 2,
  asked: 1.5,
  page: 0.7,
  /** Where more evidence for one unit stops to count. */
  saturation: 14,
  /** What a synonym found, beside what the word itself found. */
  synonyms: 0.7,
  /** The top of a page, which says what the page is about. */
  top: 1.15,
  /** A section's other sections count for its page. */
  rest: 0.5,
  /** A heading that says the same as the query. */
  sameHeading: 0.5,
  /** Exponent of the share of the query that a section covers. */
  coverage: 0.2,
  /** Pages about the site or its sources. */
  aside: 0.5,
  /** How much it counts within a page that few of its sections have a word. */
  within: 0.5,
  /** The top of a page, beside its sections. */
  topWithin: 0.6,
  /** How well another section of a page must answer, beside its best, to stand as a result too. */
  also: 0.6,
};

/** Most sections of a page that stand as results. */
const mostSections = 3;

/**
 * Pages by how well they answer a query: the best section's score, and half of the next four's. A
 * section scores the sum over units of rarity times saturated evidence, more when its heading says
 * the same as the query.
 */
export function rankPages(
  words: readonly string[],
  found: readonly UnitFound[],
  catalogue: Catalogue,
): RankedPage[] {
  const asked = new Set(words.filter((word) => !isFunctionWord(word)).map(stemOf));
  const headingRarity = rarityInHeadings(catalogue);
  const byPage = new Map<PageEntry, RankedSection[]>();
  const units = found.map(scoreUnit);
  for (const [id, score] of sumUnits(found, units)) {
    const section = catalogue.sections.get(id);
    if (!section) continue;
    const boost = 1 + weights.sameHeading * sameness(section.heading, asked, headingRarity) ** 3;
    const list = byPage.get(section.page) ?? [];
    list.push({ id, section, score: score * boost });
    byPage.set(section.page, list);
  }
  return [...byPage]
    .map(([page, sections]) => rankPage(page, sections, units, asked))
    .sort((a, b) => b.score - a.score);
}

/** A page by its best section and half of the next four. */
function rankPage(
  page: PageEntry,
  sections: readonly RankedSection[],
  units: readonly ReadonlyMap<string, number>[],
  asked: ReadonlySet<string>,
): RankedPage {
  const scores = sections.map(({ score, section }) => {
    return score * (section.anchor === '' ? weights.top : 1);
  });
  const [best = 0, ...others] = scores.sort((a, b) => b - a);
  const rest = others.slice(0, 4).reduce((sum, score) => sum + score, 0);
  const score = (best + weights.rest * rest) * (page.aside ? weights.aside : 1);
  const [lead, ...more] = orderWithin(sections, units, asked) as [
    RankedSection,
    ...RankedSection[],
  ];
  const also = more.filter((one) => one.score >= weights.also * lead.score);
  return { page, sections: [lead, ...also.slice(0, mostSections - 1)], score };
}

/**
 * A page's sections by how well each answers beside the others. A word that most of them have, such
 * as the page's subject, tells little about which to open: it counts by how few have it.
 */
function orderWithin(
  sections: readonly RankedSection[],
  units: readonly ReadonlyMap<string, number>[],
  asked: ReadonlySet<string>,
): RankedSection[] {
  const share = units.map((scores) => {
    const having = sections.filter(({ id }) => (scores.get(id) ?? 0) > 0).length;
    return (
      (Math.log(1 + sections.length / (having || 1)) / Math.log(1 + sections.length)) **
      weights.within
    );
  });
  return sections
    .map((one) => {
      const scores = units.map((scoresOf) => scoresOf.get(one.id) ?? 0);
      const whole = scores.reduce((sum, score) => sum + score, 0) || 1;
      const telling = scores.reduce((sum, score, index) => sum + score * (share[index] ?? 1), 0);
      const top = one.section.anchor === '' ? topShare(one.section, asked) : 1;
      return { ...one, score: one.score * (telling / whole) * top };
    })
    .sort((a, b) => b.score - a.score);
}

/** How much a unit says: its weight times its rarity, or half the rarity of what it may be called. */
export function importanceOf({ weight, own, synonyms }: UnitFound): number {
  return weight * (own.rarity || synonyms.rarity * 0.5);
}

/** A page's top answers who asks for its title and no more; other words lead further down. */
function topShare({ heading }: SectionEntry, asked: ReadonlySet<string>): number {
  const title = new Set(splitWords(heading).map(stemOf));
  const isMore = [...asked].some((word) => !title.has(word));
  return isMore ? weights.topWithin : 1;
}

/** Score of each record over all units. */
export function scoreRecords(found: readonly UnitFound[]): Map<string, number> {
  return sumUnits(found, found.map(scoreUnit));
}

function sumUnits(
  found: readonly UnitFound[],
  units: readonly ReadonlyMap<string, number>[],
): Map<string, number> {
  const importance = found.map(importanceOf);
  const total = importance.reduce((sum, one) => sum + one, 0) || 1;
  const sums = new Map<string, { score: number; covered: number }>();
  units.forEach((scores, index) => {
    for (const [id, score] of scores) {
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

function saturate({ text, heading, page, asked }: Evidence): number {
  const sum = text + weights.heading * heading + weights.page * page + weights.asked * asked;
  return ((weights.saturation + 1) * sum) / (weights.saturation + sum);
}

/** The share of a heading's words, weighted by rarity, that the query has. */
function sameness(heading: string, asked: Set<string>, rarity: Map<string, number>): number {
  let all = 0;
  let common = 0;
  for (const stem of new Set(splitWords(heading).map(stemOf))) {
    const weight = rarity.get(stem) ?? 1;
    all += weight;
    if (asked.has(stem)) common += weight;
  }
  return all > 0 ? common / all : 0;
}

const rarities = new WeakMap<Catalogue, Map<string, number>>();

function rarityInHeadings(catalogue: Catalogue): Map<string, number> {
  const known = rarities.get(catalogue);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const { heading } of catalogue.sections.values()) {
    for (const stem of new Set(splitWords(heading).map(stemOf))) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  }
  const total = catalogue.sections.size;
  const rarity = new Map([...counts].map(([stem, count]) => [stem, Math.log(1 + total / count)]));
  rarities.set(catalogue, rarity);
  return rarity;
}
