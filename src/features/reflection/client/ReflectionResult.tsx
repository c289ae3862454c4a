import { describePoint, neighbourhoods, type MapPoint } from '../model/neighbourhood.ts';
import { Meaning, Safety } from './Meaning.tsx';
import type { ReflectionView } from './reflection-view.ts';
import { ReflectionMap } from './ReflectionMap.tsx';

interface Props {
  reflection: ReflectionView;
  /** One or two points, the latest first. */
  points: readonly (MapPoint & { label: string })[];
  onOther: () => void;
}

/** Where the answers lie on the map, in a drawing and in words, and what that may mean. */
export function ReflectionResult({ reflection, points, onOther }: Props) {
  const reached = points[0] ? neighbourhoods(points[0]) : [];
  const [nearest, ...others] = reached.flatMap(
    (id) => reflection.regions.find((region) => region.id === id) ?? [],
  );
  return (
    <section
      class="sb-result-text sb-card"
      id="reflection-result"
      aria-labelledby="reflection-heading"
    >
      <p class="sb-stem" id="reflection-heading" tabIndex={-1}>
        {points.length > 1 ? 'Two relationships on one map' : 'A point with a margin of doubt'}
      </p>
      <ReflectionMap map={reflection.map} points={points} />
      {points.map((point, at) => (
        <p key={point.label}>
          <b>
            {at === 0 ? '●' : '◆'} {point.label}.
          </b>{' '}
          {describePoint(point)}
        </p>
      ))}
      <p>
        The shaded part around a point shows how far your answers disagree among themselves. The
        point may well lie anywhere in it. {reflection.cut}
      </p>
      <Safety {...reflection.safety} />
      {nearest && <Meaning {...nearest} />}
      {others.length > 0 && (
        <details>
          <summary>The other patterns that the margin reaches</summary>
          {others.map((region) => (
            <Meaning key={region.id} {...region} />
          ))}
        </details>
      )}
      <p>
        <a href="#how-to-get-a-better-answer">How to get a better answer</a>
      </p>
      <button type="button" class="sb-button sb-button-quiet" onClick={onOther}>
        Compare with another relationship
      </button>
    </section>
  );
}
