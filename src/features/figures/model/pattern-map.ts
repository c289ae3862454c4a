/** The map of patterns (drawings/only/pattern-map.svg): its canvas and the plot area of the two dimensions. */
export const patternMap = {
  width: 420,
  height: 456,
  plot: { left: 22, top: 44, right: 406, bottom: 414 },
};

const { plot } = patternMap;

/** Lowest and highest score of both dimensions, as in the questionnaires. */
const lowest = 1;
const highest = 7;

/** A pair of scores (1 to 7) as a point on the map in SVG units: avoidance to the right, anxiety up. */
export function toMapPoint({ avoidance, anxiety }: { avoidance: number; anxiety: number }) {
  const fraction = (score: number) =>
    (Math.min(highest, Math.max(lowest, score)) - lowest) / (highest - lowest);
  return {
    x: toTenth(plot.left + fraction(avoidance) * (plot.right - plot.left)),
    y: toTenth(plot.bottom - fraction(anxiety) * (plot.bottom - plot.top)),
  };
}

/** Converts a difference in avoidance scores to SVG units, for drawing a margin around a point. */
export function toMapLength(scores: number): number {
  return toTenth((scores / (highest - lowest)) * (plot.right - plot.left));
}

function toTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
