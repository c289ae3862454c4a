import type { Catalogue } from './catalogue.ts';
import { importanceOf, type UnitFound } from './rank.ts';

/** Importance of a word that the guide does not have, beside its weight: that of a rare word. */
const rarityOfMissing = 5;

/**
 * Share of a query that one section must have for the guide to cover it. Calibrated on our files of
 * queries: 80 % of those on other subjects lie below, and 3 % of those on ours.
 */
export const leastCoverage = 0.59;

/** From this share on, a work or a term covers a query too. */
const leastOfEntry = 0.9;

/**
 * The share of a query, by the importance of its units, that the section with most of it has, or a
 * work or term that has nearly all; by the words that were typed or what the guide says for them.
 */
export function measureCoverage(
  found: readonly UnitFound[],
  { sections }: Pick<Catalogue, 'sections'>,
): number {
  const having = new Map<string, number>();
  let total = 0;
  for (const unit of found) {
    const ids = new Set([...unit.own.records.keys(), ...unit.synonyms.records.keys()]);
    const importance = ids.size > 0 ? importanceOf(unit) : unit.weight * rarityOfMissing;
    total += importance;
    for (const id of ids) having.set(id, (having.get(id) ?? 0) + importance);
  }
  const shares = [...having]
    .map(([id, own]) => ({ id, share: own / total }))
    .filter(({ id, share }) => sections.has(id) || share >= leastOfEntry);
  return Math.max(0, ...shares.map(({ share }) => share));
}
