import type { ReflectionData } from '../../../content-model/schemas/reflection.ts';

/** A statement as scoring needs it. */
export type Statement = Pick<ReflectionData['statements'][number], 'id' | 'dimension' | 'reverse'>;

/** Answers by statement id, each a whole number from 1 (not at all like me) to 7 (very much like me). */
export type ReflectionAnswers = Readonly<Record<string, number>>;

/** One dimension's place on the scale. */
export interface Estimate {
  /** Mean of the answers, 1 (little) to 7 (much). */
  score: number;
  /** Half the width of the range in which it may well lie, in steps of the scale. */
  margin: number;
}

/** Both dimensions, each undefined where too few statements were answered. */
export interface ReflectionScore {
  anxiety: Estimate | undefined;
  avoidance: Estimate | undefined;
}

/** How a dimension's answers were used. */
export type Dimension = Statement['dimension'];

/**
 * Places a person's answers about one relationship on the two dimensions of adult attachment,
 * anxiety and avoidance. Pure: the same answers give the same point.
 *
 * - Range: each answer is 1 to 7; a dimension's score is the mean of its answers, so 1 to 7 too.
 * - Reverse items: where agreement speaks against the dimension, an answer counts as 8 − answer.
 * - Missing answers: at least five in six of a dimension's statements (six of our seven) must be
 *   answered, else the dimension has no score; a missing answer is never filled in.
 * - Margin: twice the range of the answers divided by n − 1, and never under one step of the scale.
 *   For five to eight answers this is the half-width of the 95 % interval for their mean, estimated
 *   from the range in place of the standard deviation (Lord, 1947), so that a reader with a pencil
 *   gets the same margin. It tells how far the answers disagree among themselves; it is no standard
 *   error of measurement, for which the statements would have to be tested on many people. They have
 *   not been, hence the floor.
 *
 * Source of the two dimensions and of scoring by the mean of reversed items: Brennan, K. A., Clark,
 * C. L., & Shaver, P. R. (1998). Self-report measurement of adult attachment: An integrative
 * overview. In J. A. Simpson & W. S. Rholes (Eds.), Attachment theory and close relationships
 * (pp. 46–76). Guilford Press. Of the margin: Lord, E. (1947). The use of range in place of standard
 * deviation in the t-test. Biometrika, 34, 41–67. The statements and the rule for missing answers are
 * our own.
 */
export function scoreReflection(
  statements: readonly Statement[],
  answers: ReflectionAnswers,
): ReflectionScore {
  return {
    anxiety: estimate(statements, answers, 'anxiety'),
    avoidance: estimate(statements, answers, 'avoidance'),
  };
}

/** How many of a dimension's statements must be answered: five in six. */
export function neededAnswers(statements: readonly Statement[], dimension: Dimension): number {
  return Math.ceil((on(statements, dimension).length * 5) / 6);
}

/** What is still missing for a point, as a sentence, or undefined when nothing is. */
export function missingAnswers(
  statements: readonly Statement[],
  answers: ReflectionAnswers,
): string | undefined {
  const needs = (['anxiety', 'avoidance'] as const).map((dimension) => {
    const given = on(statements, dimension).filter(({ id }) => Object.hasOwn(answers, id)).length;
    return Math.max(0, neededAnswers(statements, dimension) - given);
  });
  const missing = needs.reduce((sum, need) => sum + need, 0);
  if (missing === 0) return undefined;
  return `Too few answers for a point: please answer at least ${String(missing)} more.`;
}

/** The value an answer adds to its dimension: itself, or 8 minus it for a reverse item. */
export function keyed({ reverse }: Pick<Statement, 'reverse'>, answer: number): number {
  return reverse ? 8 - answer : answer;
}

function estimate(
  statements: readonly Statement[],
  answers: ReflectionAnswers,
  dimension: Dimension,
): Estimate | undefined {
  const values = on(statements, dimension).flatMap((statement) => {
    const answer = Object.hasOwn(answers, statement.id) ? answers[statement.id] : undefined;
    return answer === undefined ? [] : [keyed(statement, answer)];
  });
  const count = values.length;
  if (count < neededAnswers(statements, dimension)) return undefined;
  const score = values.reduce((sum, value) => sum + value, 0) / count;
  const range = Math.max(...values) - Math.min(...values);
  return { score, margin: Math.max(leastMargin, (2 * range) / (count - 1)) };
}

function on(statements: readonly Statement[], dimension: Dimension): Statement[] {
  return statements.filter((statement) => statement.dimension === dimension);
}

/** Seven untested statements place nobody more exactly than to a step, however alike the answers. */
const leastMargin = 1;
