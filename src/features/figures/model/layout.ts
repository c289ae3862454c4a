/** The two ways a figure is set: beside a wide column of text, or on a telephone. */
export type Layout = 'wide' | 'narrow';

/** Width of each layout in SVG units; near one unit a CSS pixel where the layout is shown. */
export const canvasWidth: Record<Layout, number> = { wide: 600, narrow: 340 };

/** Size of plain words in a drawing, in SVG units; figures.css sets the same. */
export const textSize = 14.5;

/** A point in SVG units. */
export interface Point {
  x: number;
  y: number;
}

/** Rounds to a tenth of a unit, which keeps paths short and is finer than a screen shows. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
