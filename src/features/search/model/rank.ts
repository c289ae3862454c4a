import { groupBy } from '../../../lib/text/format.ts';
import type { Catalogue, PageEntry } from './catalogue.ts';
import { importanceOf, type UnitFound } from './evidence.ts';
import { weights, type SignedSection, type Signs } from './signs.ts';

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
