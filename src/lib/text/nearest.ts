import { distance } from 'fastest-levenshtein';
import { findLookAlike } from './look-alike.ts';

/**
 * The known ids most like a mistyped one, nearest first: at most `count`, none further away than
 * half the length of the id.
 */
export function nearest(id: string, known: Iterable<string>, count = 3): string[] {
  const limit = Math.max(2, Math.floor(id.length / 2));
  return [...known]
    .map((candidate) => ({ candidate, d: distance(id.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ d }) => d <= limit)
    .sort((a, b) => a.d - b.d || a.candidate.localeCompare(b.candidate))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/**
 * "Did you mean a, b or c?", or a hint where to look when nothing is near. What only looks right is
 * named, for nobody would see it.
 */
export function suggestion(id: string, known: Iterable<string>, place: string): string {
  const trap = findLookAlike(id);
  if (trap) return trap;
  const all = [...known];
  const near = nearest(id, all);
  if (near.length > 0) return `Did you mean ${near.join(', ')}?`;
  return all.length > 0 && all.length <= 12
    ? `Choose from: ${all.join(', ')}.`
    : `The known ids are in ${place}.`;
}
