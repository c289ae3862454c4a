import { groupBy } from '../../../lib/text/format.ts';
import type { Catalogue, PageEntry } from './catalogue.ts';
import { importanceOf, type UnitFound } from './evidence.ts';
import type { SignedSection, Signs } from './signs.ts';

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

/**
 * How much each sign speaks for a section: the weights of a conditional logistic model, learnt by
 * `npm run tune:search` from the lists of queries that search may be tuned on and from what readers ask,
 * each line asked as if its section did not have it. Set by hand are `same`, so that whoever asks a line
 * word for word is led to its section, and `aside`, since lines do not tell how rarely sources are asked for.
 */
export const weights: Signs = {
  covered: 3.6,
  text: 2.1,
  asked: 3.8,
  heading: 0.9,
  line: 2.7,
  line2: 1,
  line3: 0.5,
  same: 6,
  pageText: 0.7,
  leansPage: 4.1,
  leansSection: 6,
  title: 1.2,
  beyondTitle: -0.4,
  aside: -1.5,
};

const names = Object.keys(weights) as (keyof Signs)[];

/** How much speaks for a section: the logarithm of its odds, but for a constant. */
function scoreOf(signs: Signs): number {
  return names.reduce((sum, name) => sum + weights[name] * signs[name], 0);
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

/** Ids of the terms and works that answer a query, best first: by what they have, again and again. */
export function rankEntries(
  found: readonly UnitFound[],
  { sections }: Pick<Catalogue, 'sections'>,
): string[] {
  const scores = new Map<string, number>();
  for (const unit of found) {
    const own = new Map<string, number>();
    for (const { records } of [unit.synonyms, unit.own]) {
      for (const [id, { text, heading }] of records)
        if (!sections.has(id)) own.set(id, Math.max(own.get(id) ?? 0, heading + text / (text + 1)));
    }
    for (const [id, score] of own)
      scores.set(id, (scores.get(id) ?? 0) + score * importanceOf(unit));
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id);
}
