import { importanceOf, type UnitFound } from './evidence.ts';
import { totalImportance, type SignedSection } from './signs.ts';

/** From this share of a query on, a work or a term covers it. */
const leastOfEntry = 0.9;

/**
 * What the signs of `isCovered` must come to. Calibrated on our files of queries: 80 % of those on other
 * subjects lie below, and 3 % of those on ours.
 */
const leastCoverage = 1.36;

/** How much each further word of a query speaks for its being about people, and so for the guide. */
const perUnit = 0.04;

/**
 * Whether the guide covers a query, as far as its words tell. A section that has all of them covers it,
 * and so does a work or a term that has nearly all. Else some signs are added: the mean of the share that
 * the guide has at all and of the share that one section has, how nearly a line says the same, and a
 * little for each unit. Long questions have words that nobody expected, and few of them are about
 * anything else.
 */
export function isCovered(found: readonly UnitFound[], signed: readonly SignedSection[]): boolean {
  const total = totalImportance(found);
  if (total === 0) return false;
  const covered = Math.max(0, ...signed.map(({ signs }) => signs.covered));
  if (covered > 0.999 || entryShare(found, signed) > leastOfEntry) return true;
  const known = found.reduce((sum, unit) => sum + importanceOf(unit), 0) / total;
  const line = Math.max(0, ...signed.map(({ signs }) => signs.line));
  return (covered + known) / 2 + line + perUnit * found.length >= leastCoverage;
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
