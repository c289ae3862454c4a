import type { Catalogue, PageEntry, SectionEntry } from './catalogue.ts';
import type { Evidence, Found } from './evidence.ts';
import { stemOf } from './inflect.ts';
import { splitWords } from './words.ts';

/** What a unit of the query found. */
export interface UnitFound {
  /** How much the unit counts, 0–1. */
  weight: number;
  own: Found;
  synonyms: Found;
}

/** A page that answers a query, and the section that answers best. */
export interface RankedPage {
  page: PageEntry;
  /** The best section, with the id of its record. */
  section: SectionEntry;
  id: string;
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
  page: 0.4,
  /** Where more evidence for one unit stops to count. */
  saturation: 12,
  /** What a synonym found, beside what the word itself found. */
  synonyms: 1,
  /** The top of a page, which says what the page is about. */
  top: 1.15,
  /** A section's other sections count for its page. */
  rest: 0.5,
  /** A heading that says the same as the query. */
  sameHeading: 1,
  /** Exponent of the share of the query that a section covers. */
  coverage: 0.2,
  /** Pages about the site or its sources. */
  aside: 0.5,
};

interface Scored {
  id: string;
  section: SectionEntry;
  score: number;
}

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
  const asked = new Set(words.map(stemOf));
  const headingRarity = rarityInHeadings(catalogue);
  const byPage = new Map<PageEntry, Scored[]>();
  for (const [id, score] of scoreRecords(found)) {
    const section = catalogue.sections.get(id);
    if (!section) continue;
    const same = sameness(section.heading, asked, headingRarity);
    const boost = (1 + weights.sameHeading * same ** 3) * (section.anchor === '' ? weights.top : 1);
    const list = byPage.get(section.page) ?? [];
    list.push({ id, section, score: score * boost });
    byPage.set(section.page, list);
  }
  return [...byPage]
    .map(([page, sections]) => rankPage(page, sections))
    .sort((a, b) => b.score - a.score);
}

function rankPage(page: PageEntry, sections: Scored[]): RankedPage {
  sections.sort((a, b) => b.score - a.score);
  const [best, ...others] = sections as [Scored, ...Scored[]];
  const rest = others.slice(0, 4).reduce((sum, { score }) => sum + score, 0);
  const score = (best.score + weights.rest * rest) * (page.aside ? weights.aside : 1);
  return { page, section: best.section, id: best.id, score };
}

/** Score of each record over all units. */
export function scoreRecords(found: readonly UnitFound[]): Map<string, number> {
  const importance = found.map(
    ({ weight, own, synonyms }) => weight * (own.rarity || synonyms.rarity * 0.5),
  );
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
