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
