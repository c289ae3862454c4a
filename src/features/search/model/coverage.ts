import type { UnitFound } from './evidence.ts';
import type { RankedEntry, RankedSection } from './rank.ts';

/** From this share of a query on, a work or a term covers it. */
const leastOfEntry = 0.9;

/**
 * What the best section's score, the share of the query that it has, and the number of the query's units
 * come to, less for the subjects that authors leave to others: learnt by logistic regression beside
 * queries on other subjects. The least lets some 2 % of covered queries be refused, and more only of stories
 * that are told round about; when in doubt, results do less harm than a refusal.
 */
const weights = { score: 0.29, covered: 1.9, units: 3.2, elsewhere: -5.9, least: 9.6 };

/** From this sameness with a line on, readers ask just that. */
const leastSame = 0.5;

/** From this number of units on, such a subject may only be part of a story, and weighs less. */
const story = 4;

/**
 * Whether the guide covers a query, as far as its words tell. A section that has its only word covers it,
 * and so does a work or a term that has nearly all. Else the best section must answer well enough; longer
 * questions have words that nobody expected, and few of them are about anything else.
 * @param best the section that ranks first.
 * @param entries the terms and works that it finds.
 * @param isElsewhere whether it names a subject that the guide leaves to others.
 */
export function isCovered(
  found: readonly UnitFound[],
  best: RankedSection | undefined,
  entries: readonly RankedEntry[],
  isElsewhere = false,
): boolean {
  if (!isElsewhere && entries.some(({ share }) => share > leastOfEntry)) return true;
  if (!best) return false;
  const { score, signs } = best;
  if (found.length === 1) return signs.covered > 0 && !isElsewhere;
  if (signs.same > leastSame) return true;
  const sum =
    weights.score * score +
    weights.covered * signs.covered +
    weights.units * Math.log(found.length) +
    (isElsewhere ? weights.elsewhere * Math.min(1, story / found.length) : 0);
  return sum >= weights.least;
}

/** Most units of a query that may be a name and little more. */
const mostOfName = 3;

/**
 * Whether a short query names somebody or something of the guide's: it has a word that the guide has and
 * that is no word of the language, whatever else of the name is missing.
 */
export function isNamed(found: readonly UnitFound[], isListed: (word: string) => boolean): boolean {
  return (
    found.length <= mostOfName &&
    found.some(({ text, records }) => records.size > 0 && isName(text) && !isListed(text))
  );
}

function isName(text: string): boolean {
  return /^\p{L}{4,}$/u.test(text);
}
