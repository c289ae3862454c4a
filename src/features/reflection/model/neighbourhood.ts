import type { Estimate } from './score.ts';

/** The four neighbourhoods of the map, as in reflection.yaml. */
export type RegionId = 'secure' | 'anxious' | 'avoidant' | 'fearful-avoidant';

/** A point on both dimensions with its margins. */
export interface MapPoint {
  anxiety: Estimate;
  avoidance: Estimate;
}

/** Middle of both scales. No study gives a cut between patterns; half-way is the map's own. */
const middle = 4;

/**
 * The neighbourhoods that a point's margins reach, the one it lies in first and then those it
 * reaches furthest into. A point within its margin of the middle belongs to more than one.
 */
export function neighbourhoods({ anxiety, avoidance }: MapPoint): RegionId[] {
  const reaches = regions.map(({ id, anxious, avoidant }) => ({
    id,
    reach: Math.min(reachInto(anxiety, anxious), reachInto(avoidance, avoidant)),
  }));
  return reaches
    .filter(({ reach }) => reach > 0)
    .sort((a, b) => b.reach - a.reach)
    .map(({ id }) => id);
}

/** How far the range around a score reaches into one half of the scale. */
function reachInto({ score, margin }: Estimate, upper: boolean): number {
  return upper ? score + margin - middle : middle - (score - margin);
}

const regions: { id: RegionId; anxious: boolean; avoidant: boolean }[] = [
  { id: 'secure', anxious: false, avoidant: false },
  { id: 'anxious', anxious: true, avoidant: false },
  { id: 'avoidant', anxious: false, avoidant: true },
  { id: 'fearful-avoidant', anxious: true, avoidant: true },
];

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
