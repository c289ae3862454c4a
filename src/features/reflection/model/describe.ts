import { neighbourhoods, type MapPoint, type RegionId } from './neighbourhood.ts';
import type { Estimate } from './score.ts';

/** The map in words: where the point lies, how wide the doubt is, and which patterns it reaches. */
export function describePoint(point: MapPoint): string {
  const worry = `Worry about being loved: ${inWords(point.anxiety)}.`;
  const distance = `Distance from closeness: ${inWords(point.avoidance)}.`;
  return `${worry} ${distance} ${whereabouts(neighbourhoods(point))}`;
}

/** A sentence that names the patterns a point reaches, the nearest first. */
export function whereabouts(ids: readonly RegionId[]): string {
  const [nearest, ...others] = ids;
  if (others.length === 0) return `That is near the ${nearest ?? ''} pattern and no other.`;
  if (others.length === 3) {
    return `That is near the middle of the map, where all four patterns meet; the ${nearest ?? ''} one is nearest.`;
  }
  return `That is nearest to the ${nearest ?? ''} pattern, and the margin reaches into the ${others.join(' and the ')} one${others.length > 1 ? 's' : ''}.`;
}

function inWords({ score, margin }: Estimate): string {
  const share =
    score < 2.5
      ? 'low'
      : score < 3.5
        ? 'rather low'
        : score <= 4.5
          ? 'in the middle'
          : score <= 5.5
            ? 'rather high'
            : 'high';
  return `${share}, at ${score.toFixed(1)} give or take ${margin.toFixed(1)} on a scale from 1 to 7`;
}
