import { area, curveBasis, curveMonotoneX, line } from 'd3-shape';
import { tenth, type Point } from './layout.ts';

/** Where a curve is drawn; level 0 is at the bottom, 1 at the top. */
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

/** A stretch in which two partners are out of step, between being in step and being in step again. */
export interface Parting {
  /** Start and end, as parts of the whole from 0 to 1. */
  from: number;
  to: number;
  /** How far apart they come, from 0 to 1. */
  width: number;
}

/** Two strands that run together and apart along an axis. */
export interface Strands extends Record<string, string> {
  adult: string;
  child: string;
  /** The open space between the strands. */
  between: string;
}

/** A sketch of an ordinary exchange: in step for the smaller part of the time, and repaired each time. */
export const partings: Parting[] = [
  { from: 0.08, to: 0.42, width: 0.8 },
  { from: 0.53, to: 0.92, width: 1 },
];

/** How far apart the strands are at a moment from 0 to 1: 0 together, 1 furthest. */
export function gapAt(moment: number): number {
  const parting = partings.find(({ from, to }) => moment > from && moment < to);
  if (!parting) return 0;
  const part = (moment - parting.from) / (parting.to - parting.from);
  return parting.width * Math.sin(Math.PI * part) ** 1.4;
}

/** How a drawing of the strands lies on its canvas. */
export interface StrandsFrame {
  /** The axis that time runs on: x to the right, y downwards. */
  along: 'x' | 'y';
  /** Where the strands begin, midway between them. */
  start: Point;
  length: number;
  /** Distance between the strands when in step. */
  closest: number;
  /** Distance between them at the furthest. */
  furthest: number;
}

/** Draws the strands; the grown-up's lies above or to the left. */
export function drawStrands(frame: StrandsFrame): Strands {
  const moments = Array.from({ length: 65 }, (_, step) => step / 64);
  const strand = (who: 'adult' | 'child') =>
    moments.map((moment) => strandPoint(frame, who, moment));
  const [adult, child] = [strand('adult'), strand('child')];
  const draw = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .curve(curveBasis)
    .digits(1);
  const fill = area<number>().curve(curveBasis).digits(1);
  const steps = moments.map((_, step) => step);
  const at = (points: Point[], step: number, axis: 'x' | 'y') => points[step]?.[axis] ?? 0;
  const between =
    frame.along === 'x'
      ? fill
          .x((step) => at(adult, step, 'x'))
          .y0((step) => at(adult, step, 'y'))
          .y1((step) => at(child, step, 'y'))
      : fill
          .y((step) => at(adult, step, 'y'))
          .x0((step) => at(adult, step, 'x'))
          .x1((step) => at(child, step, 'x'));
  return { adult: draw(adult) ?? '', child: draw(child) ?? '', between: between(steps) ?? '' };
}

/** A strand's place at a moment; both waver, each in its own way, while they are apart. */
export function strandPoint(frame: StrandsFrame, who: 'adult' | 'child', moment: number): Point {
  const { along, start, length, closest, furthest } = frame;
  const gap = gapAt(moment);
  const share = who === 'adult' ? -0.42 : 0.58;
  const waver = who === 'adult' ? Math.sin(moment * 31) : Math.sin(moment * 26 + 2);
  const side = who === 'adult' ? -closest / 2 : closest / 2;
  const across =
    side + share * gap * (furthest - closest) + 5 * gap * waver + 4 * Math.sin(moment * 8);
  const on = moment * length;
  return along === 'x'
    ? { x: tenth(start.x + on), y: tenth(start.y + across) }
    : { x: tenth(start.x + across), y: tenth(start.y + on) };
}
