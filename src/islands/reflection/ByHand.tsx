import { neededAnswers, type Dimension, type Statement } from '../../lib/reflection/score.ts';

const names: Record<Dimension, string> = {
  anxiety: 'Worry about being loved',
  avoidance: 'Distance from closeness',
};

/** How to add the answers up with pen and paper. */
export function ByHand({ statements }: { statements: readonly Statement[] }) {
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
        Both results lie between 1 and 7, and 4 is the middle. On the map above, go right for
        distance and up for worry. Think of the point as a cloud about one step wide each way.
      </p>
    </details>
  );
}
