import type { Bounds } from './blob.ts';
import { type Point, tenth } from './layout.ts';

/** A place on the two dimensions; both run from 1 (little) to 7 (much). */
export interface PatternScores {
  avoidance: number;
  anxiety: number;
}

/** The map's canvas and the square that the two dimensions span, in SVG units. */
export const patternMap = {
  width: 420,
  height: 456,
  plot: { left: 22, top: 44, right: 406, bottom: 414 } satisfies Bounds,
};

const { plot } = patternMap;

/** Ends of both dimensions, as in the questionnaires. */
const lowest = 1;
const highest = 7;

/**
 * Where a pair of scores stands on the map: avoidance runs to the right, anxiety upwards. Scores
 * beyond 1 to 7 are drawn at the edge.
 */
export function toMapPoint({ avoidance, anxiety }: PatternScores): Point {
  const across = (limit(avoidance) - lowest) / (highest - lowest);
  const up = (limit(anxiety) - lowest) / (highest - lowest);
  return {
    x: tenth(plot.left + across * (plot.right - plot.left)),
    y: tenth(plot.bottom - up * (plot.bottom - plot.top)),
  };
}

/** Length on the map of a stretch of the avoidance scale, for drawing a margin around a point. */
export function toMapLength(scores: number): number {
  return tenth((scores / (highest - lowest)) * (plot.right - plot.left));
}

function limit(score: number): number {
  return Math.min(highest, Math.max(lowest, score));
}
