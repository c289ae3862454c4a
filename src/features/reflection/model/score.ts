import { t } from '../../../lib/i18n/t.ts';
import { site } from '../../../site/site.ts';
import type { ReflectionData } from '../../../content-model/schemas/quiz.ts';

/** Content of the self-reflection, prepared at build time. */
export interface ReflectionView extends ReflectionData {
  /** SVG of the shaded areas of the map. */
  washes: string;
}

/** The fields of a statement that scoring uses. */
export type Statement = Pick<ReflectionData['statements'][number], 'id' | 'dimension' | 'reverse'>;

/** Answers by statement id, each a whole number from 1 (not at all like me) to 7 (very much like me). */
export type ReflectionAnswers = Readonly<Record<string, number>>;

/** Estimated score on one dimension. */
export interface Estimate {
  /** Mean of the answers, 1 (little) to 7 (much). */
  score: number;
  /** Half-width of the score's likely range, in steps of the scale. */
  margin: number;
}

/** The two dimensions of adult attachment. */
export const dimensions = ['anxiety', 'avoidance'] as const;

type Dimension = (typeof dimensions)[number];

/** A point on the map: its estimate on each dimension. */
export type MapPoint = Record<Dimension, Estimate>;

/**
 * Scores a person's answers about one relationship on the two dimensions of adult attachment,
 * anxiety and avoidance.
 *
 * - Range: each answer is 1 to 7; a dimension's score is the mean of its answers, so also 1 to 7.
 * - Reverse items: if agreement means less of the dimension, an answer counts as 8 − answer.
 * - Missing answers: at least five in six of a dimension's statements (six of seven) must be
 *   answered, else the dimension has no score; missing answers are not imputed.
 * - Margin: twice the range of the answers divided by n − 1, with a minimum of one step of the scale.
 *   For five to eight answers this is the half-width of the 95 % interval for their mean, estimated
 *   from the range instead of the standard deviation (Lord, 1947), so that it can be worked out by
 *   hand. It measures how far the answers differ among themselves. It is not a standard error of
 *   measurement, because the statements were not tested on many people; hence the minimum.
 *
 * Source of the two dimensions and of scoring by the mean of reversed items: Brennan, K. A., Clark,
 * C. L., & Shaver, P. R. (1998). Self-report measurement of adult attachment: An integrative
 * overview. In J. A. Simpson & W. S. Rholes (Eds.), Attachment theory and close relationships
 * (pp. 46–76). Guilford Press. Source of the margin: Lord, E. (1947). The use of range in place of
 * standard deviation in the t-test. Biometrika, 34, 41–67. The statements and the rule for missing
 * answers were written for this site.
 */
export function scoreReflection(statements: readonly Statement[], answers: ReflectionAnswers) {
  const estimate = (dimension: Dimension): Estimate | undefined => {
    const values = statementsOn(statements, dimension).flatMap((statement) => {
      const answer = Object.hasOwn(answers, statement.id) ? answers[statement.id] : undefined;
      return answer === undefined ? [] : [itemScore(statement, answer)];
    });
    const count = values.length;
    if (count < neededAnswers(statements, dimension)) return undefined;
    const score = values.reduce((sum, value) => sum + value, 0) / count;
    const range = Math.max(...values) - Math.min(...values);
    // Untested statements are not precise to less than one step, even if all answers agree.
    return { score, margin: Math.max(1, (2 * range) / (count - 1)) };
  };
  return { anxiety: estimate('anxiety'), avoidance: estimate('avoidance') };
}

/** Minimum number of a dimension's statements that must be answered: five in six. */
export function neededAnswers(statements: readonly Statement[], dimension: Dimension): number {
  return Math.ceil((statementsOn(statements, dimension).length * 5) / 6);
}

/** Sentence with the number of answers still needed for a point; undefined if there are enough. */
export function missingAnswers(statements: readonly Statement[], answers: ReflectionAnswers) {
  const count = dimensions.reduce((sum, dimension) => {
    const given = statementsOn(statements, dimension).filter(({ id }) =>
      Object.hasOwn(answers, id),
    ).length;
    return sum + Math.max(0, neededAnswers(statements, dimension) - given);
  }, 0);
  return count === 0 ? undefined : t('reflection.tooFew', { count });
}

/** Score of an answer on its dimension: the answer, or 8 − answer for a reverse item. */
export function itemScore({ reverse }: Pick<Statement, 'reverse'>, answer: number): number {
  return reverse ? 8 - answer : answer;
}

function statementsOn(statements: readonly Statement[], dimension: Dimension): Statement[] {
  return statements.filter((statement) => statement.dimension === dimension);
}

/** The four regions of the map, with ids from reflection.yaml: whether each is high on a dimension. */
export const regions = [
  { id: 'secure', name: t('reflection.region.secure'), anxiety: false, avoidance: false },
  { id: 'anxious', name: t('reflection.region.anxious'), anxiety: true, avoidance: false },
  { id: 'avoidant', name: t('reflection.region.avoidant'), anxiety: false, avoidance: true },
  { id: 'fearful-avoidant', name: t('reflection.region.fearful'), anxiety: true, avoidance: true },
] as const;

/** Id of a region of the map. */
export type RegionId = (typeof regions)[number]['id'];

/** Midpoint of both scales, used as the cut-off between regions. No study gives a cut-off. */
const midpoint = 4;

/** The regions that a point reaches within its margins, by descending overlap; the first contains it. */
export function reachedRegions(point: MapPoint): RegionId[] {
  return regions
    .map(({ id, ...isHigh }) => {
      const reaches = dimensions.map((dimension) => {
        const { score, margin } = point[dimension];
        return isHigh[dimension] ? score + margin - midpoint : midpoint - (score - margin);
      });
      return { id, reach: Math.min(...reaches) };
    })
    .filter(({ reach }) => reach > 0)
    .sort((a, b) => b.reach - a.reach)
    .map(({ id }) => id);
}

/** Describes a point: its scores, their margins and the regions it reaches. */
export function describePoint(point: MapPoint): string {
  const scales = t('reflection.scales', {
    anxiety: formatEstimate(point.anxiety),
    avoidance: formatEstimate(point.avoidance),
  });
  return `${scales} ${describeRegions(reachedRegions(point))}`;
}

/** Sentence with the patterns whose regions a point reaches, the nearest first. */
export function describeRegions(ids: readonly RegionId[]): string {
  const names = ids.map((id) => regions.find((region) => region.id === id)?.name ?? '');
  const [name = '', other = '', another = ''] = names;
  if (names.length === 1) return t('reflection.near', { name });
  if (names.length === 2) return t('reflection.reachesOne', { name, other });
  return names.length === 3
    ? t('reflection.reachesTwo', { name, other, another })
    : t('reflection.middle', { name });
}

function formatEstimate({ score, margin }: Estimate): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const oneDecimal = (value: number) => value.toLocaleString(site.language, digits);
  return t('reflection.estimate', {
    level: levelOf(score),
    score: oneDecimal(score),
    margin: oneDecimal(margin),
  });
}

function levelOf(score: number): string {
  if (score < 2.5) return t('reflection.level.low');
  if (score < 3.5) return t('reflection.level.ratherLow');
  if (score <= 4.5) return t('reflection.level.middle');
  return score <= 5.5 ? t('reflection.level.ratherHigh') : t('reflection.level.high');
}
