/** The map of patterns (drawings/only/pattern-map.svg): its canvas and the square that the two dimensions span. */
export const patternMap = {
  width: 420,
  height: 456,
  plot: { left: 22, top: 44, right: 406, bottom: 414 },
};

const { plot } = patternMap;

/** Ends of both dimensions, as in the questionnaires. */
const lowest = 1;
const highest = 7;

/**
 * Place of a pair of scores on the map, in SVG units: avoidance runs to the right, anxiety upwards.
 * Both run from 1 (little) to 7 (much); scores beyond are drawn at the edge.
 */
export function toMapPoint({ avoidance, anxiety }: { avoidance: number; anxiety: number }) {
  const part = (score: number) =>
    (Math.min(highest, Math.max(lowest, score)) - lowest) / (highest - lowest);
  return {
    x: tenth(plot.left + part(avoidance) * (plot.right - plot.left)),
    y: tenth(plot.bottom - part(anxiety) * (plot.bottom - plot.top)),
  };
}

/** Length on the map of a stretch of the avoidance scale, for drawing a margin around a point. */
export function toMapLength(scores: number): number {
  return tenth((scores / (highest - lowest)) * (plot.right - plot.left));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
