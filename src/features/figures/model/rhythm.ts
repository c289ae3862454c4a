import { curveMonotoneX, line } from 'd3-shape';
import { tenth, type Point } from './layout.ts';

/** Where a curve is drawn; level 0 stands on the bottom, 1 at the top. */
export interface CurveBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Moment (0 to 3, one unit a phase: engage, pause, return) and liveliness (0 to 1). */
type Sample = [moment: number, level: number];

/**
 * A sketch of how lively each partner is. The grown-up brightens first and the baby follows; within
 * play they take turns; the baby turns away first, and is the first to come back.
 */
export const rhythm: Record<'adult' | 'child', Sample[]> = {
  adult: [
    [0, 0.3],
    [0.22, 0.72],
    [0.42, 0.62],
    [0.6, 0.9],
    [0.78, 0.7],
    [0.98, 0.86],
    [1.3, 0.4],
    [1.6, 0.2],
    [1.95, 0.24],
    [2.22, 0.6],
    [2.42, 0.54],
    [2.62, 0.86],
    [2.8, 0.68],
    [3, 0.82],
  ],
  child: [
    [0, 0.12],
    [0.22, 0.3],
    [0.42, 0.74],
    [0.6, 0.6],
    [0.78, 0.92],
    [0.98, 0.6],
    [1.2, 0.18],
    [1.5, 0.06],
    [1.8, 0.14],
    [2.06, 0.5],
    [2.26, 0.46],
    [2.44, 0.78],
    [2.62, 0.6],
    [2.8, 0.88],
    [3, 0.66],
  ],
};

/** The sketch as points in SVG units. */
export function rhythmPoints(who: keyof typeof rhythm, box: CurveBox): Point[] {
  return rhythm[who].map(([moment, level]) => ({
    x: tenth(box.left + (moment / 3) * box.width),
    y: tenth(box.top + (1 - level) * box.height),
  }));
}

/** The sketch as a smooth SVG path. */
export function rhythmPath(who: keyof typeof rhythm, box: CurveBox): string {
  const draw = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .curve(curveMonotoneX)
    .digits(1);
  return draw(rhythmPoints(who, box)) ?? '';
}
