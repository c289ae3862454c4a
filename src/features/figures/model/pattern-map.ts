import { curveBasisClosed, line } from 'd3-shape';
import { tenth, type Point } from './layout.ts';

/** Edges that a shape must stay within. */
export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * A closed, slightly uneven round outline, as a hand would draw it; the same input gives the same path.
 * @param turn where the unevenness starts, in radians, so that neighbours differ
 */
export function blobPath(centre: Point, radius: number, turn: number, bounds: Bounds): string {
  const steps = 18;
  const points = Array.from({ length: steps }, (_, at): [number, number] => {
    const angle = (at / steps) * 2 * Math.PI;
    const uneven = 1 + 0.05 * Math.sin(2 * angle + turn) + 0.035 * Math.sin(3 * angle + 2.3 * turn);
    const x = centre.x + radius * uneven * Math.cos(angle);
    const y = centre.y + radius * uneven * Math.sin(angle);
    return [clamp(x, bounds.left, bounds.right), clamp(y, bounds.top, bounds.bottom)];
  });
  return (
    line<[number, number]>(
      ([x]) => tenth(x),
      ([, y]) => tenth(y),
    )
      .curve(curveBasisClosed)
      .digits(1)(points) ?? ''
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

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
 * Place of a pair of scores on the map: avoidance runs to the right, anxiety upwards. Scores
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

/** A neighbourhood of the map; its contours overlap those of its neighbours, since it has no border. */
export interface PatternRegion {
  /** As in reflection.yaml. */
  id: 'secure' | 'anxious' | 'avoidant' | 'fearful-avoidant';
  /** Middle of the neighbourhood, on the two dimensions. */
  centre: PatternScores;
  /** Place of its name: middle of the first baseline. */
  label: Point;
  /** SVG paths, outermost first; draw each as a thin wash. */
  contours: string[];
}

/** The four neighbourhoods, for the figure and for the reader's own map. */
export const patternRegions: PatternRegion[] = [
  region('anxious', { avoidance: 2.5, anxiety: 5.5 }, 0.4),
  region('fearful-avoidant', { avoidance: 5.5, anxiety: 5.5 }, 1.9),
  region('secure', { avoidance: 2.5, anxiety: 2.5 }, 3.1),
  region('avoidant', { avoidance: 5.5, anxiety: 2.5 }, 4.6),
];

function region(id: PatternRegion['id'], centre: PatternScores, turn: number): PatternRegion {
  const middle = toMapPoint(centre);
  const inset = {
    left: plot.left + 5,
    top: plot.top + 5,
    right: plot.right - 5,
    bottom: plot.bottom - 5,
  };
  const contours = [130, 98, 64].map((radius) => blobPath(middle, radius, turn, inset));
  return { id, centre, label: { x: middle.x, y: middle.y - 6 }, contours };
}
