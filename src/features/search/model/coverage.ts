import { importanceOf, type UnitFound } from './evidence.ts';
import { scoreOf } from './rank.ts';
import { totalImportance, type SignedSection } from './signs.ts';

/** From this share of a query on, a work or a term covers it. */
const leastOfEntry = 0.9;

/**
 * What the best section's score, the share of the query that it has, and the number of the query's units
 * come to, less for the subjects that authors leave to others: learnt by logistic regression beside
 * queries on other subjects. The least lets some 2 % of covered queries be refused; when in doubt, results
 * do less harm than a refusal.
 */
const signs = { score: 0.43, covered: 6.4, units: 2.8, elsewhere: -3, least: 9.4 };

/**
 * Whether the guide covers a query, as far as its words tell. A section that has its only word covers it,
 * and so does a work or a term that has nearly all. Else the best section must answer well enough; longer
 * questions have words that nobody expected, and few of them are about anything else.
 * @param isElsewhere whether it names a subject that the guide leaves to others.
 */
export function isCovered(
  found: readonly UnitFound[],
  signed: readonly SignedSection[],
  isElsewhere = false,
): boolean {
  if (!isElsewhere && entryShare(found, signed) > leastOfEntry) return true;
  const [best] = signed
    .map((one) => ({ score: scoreOf(one.signs), covered: one.signs.covered }))
    .sort((a, b) => b.score - a.score);
  if (!best) return false;
  if (found.length === 1) return best.covered > 0 && !isElsewhere;
  const sum =
    signs.score * best.score +
    signs.covered * best.covered +
    signs.units * Math.log(found.length) +
    (isElsewhere ? signs.elsewhere : 0);
  return sum >= signs.least;
}

/** The greatest share of a query that a work or a term has. */
function entryShare(found: readonly UnitFound[], signed: readonly SignedSection[]): number {
  const sections = new Set(signed.map(({ id }) => id));
  const having = new Map<string, number>();
  for (const unit of found) {
    for (const id of new Set([...unit.own.records.keys(), ...unit.synonyms.records.keys()]))
      if (!sections.has(id)) having.set(id, (having.get(id) ?? 0) + importanceOf(unit));
  }
  return Math.max(0, ...having.values()) / (totalImportance(found) || 1);
}
