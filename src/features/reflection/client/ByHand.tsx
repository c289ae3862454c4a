import { neededAnswers, type Dimension } from '../model/score.ts';
import { Meaning, Safety } from './Meaning.tsx';
import type { ReflectionView } from './reflection-view.ts';

const names: Record<Dimension, string> = {
  anxiety: 'Worry about being loved',
  avoidance: 'Distance from closeness',
};

/** How to add the answers up with pen and paper, and what each part of the map may mean. */
export function ByHand({
  reflection: { statements, cut, safety, regions },
}: {
  reflection: ReflectionView;
}) {
  const numbers = (dimension: Dimension, reverse: boolean) =>
    statements
      .flatMap((one, at) =>
        one.dimension === dimension && one.reverse === reverse ? [at + 1] : [],
      )
      .join(', ');
  return (
    <details class="sb-by-hand">
      <summary>How to add it up by hand</summary>
      <p>Write a number from 1 to 7 for each statement. Then, for each of the two scales:</p>
      <ol>
        {(['anxiety', 'avoidance'] as const).map((dimension) => (
          <li key={dimension}>
            <b>{names[dimension]}:</b> take your numbers for {numbers(dimension, false)} as they
            are. For {numbers(dimension, true)}, take 8 minus your number. Add them all and divide
            by how many there are. With fewer than {neededAnswers(statements, dimension)} answers,
            leave it.
          </li>
        ))}
      </ol>
      <p>
        Both results lie between 1 and 7. On the map above, go right for distance and up for worry.
        {` ${cut}`}
      </p>
      <p>
        The margin of each result, to both sides: take the highest of its numbers minus the lowest,
        double that, and divide by one less than how many there are. If less than 1 comes out, take
        1.
      </p>
      <Safety {...safety} />
      {regions.map((region) => (
        <Meaning key={region.id} {...region} />
      ))}
    </details>
  );
}
