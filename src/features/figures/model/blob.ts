import { curveBasisClosed, line } from 'd3-shape';
import { type Point, tenth } from './layout.ts';

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
