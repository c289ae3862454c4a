import { blobPath } from './blob.ts';
import type { Point } from './layout.ts';
import { patternMap, type PatternScores, toMapPoint } from './pattern-scale.ts';

const { plot } = patternMap;

/** A neighbourhood of the map; its contours overlap those of its neighbours, since it has no border. */
export interface PatternRegion {
  /** As in reflection.yaml. */
  id: 'secure' | 'anxious' | 'avoidant' | 'fearful-avoidant';
  name: string;
  /** What the corner stands for, in the words of the axes. */
  gist: string[];
  /** Middle of the neighbourhood, on the two dimensions. */
  centre: PatternScores;
  /** Where its name stands: middle of the first baseline. */
  label: Point;
  /** SVG paths, outermost first; draw each as a thin wash. */
  contours: string[];
}

/** The four neighbourhoods, for the figure and for the reader's own map. */
export const patternRegions: PatternRegion[] = [
  region(
    'anxious',
    'anxious',
    ['much worry,', 'little distance'],
    { avoidance: 2.5, anxiety: 5.5 },
    0.4,
  ),
  region(
    'fearful-avoidant',
    'fearful-avoidant',
    ['much of both'],
    { avoidance: 5.5, anxiety: 5.5 },
    1.9,
  ),
  region('secure', 'secure', ['little of either'], { avoidance: 2.5, anxiety: 2.5 }, 3.1),
  region(
    'avoidant',
    'avoidant',
    ['little worry,', 'much distance'],
    { avoidance: 5.5, anxiety: 2.5 },
    4.6,
  ),
];

function region(
  id: PatternRegion['id'],
  name: string,
  gist: string[],
  centre: PatternScores,
  turn: number,
): PatternRegion {
  const middle = toMapPoint(centre);
  const inset = {
    left: plot.left + 5,
    top: plot.top + 5,
    right: plot.right - 5,
    bottom: plot.bottom - 5,
  };
  const contours = [130, 98, 64].map((radius) => blobPath(middle, radius, turn, inset));
  return { id, name, gist, centre, label: { x: middle.x, y: middle.y - 6 }, contours };
}
