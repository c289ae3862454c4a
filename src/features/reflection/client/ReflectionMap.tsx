import { patternMap, toMapLength, toMapPoint } from '../../figures/model/pattern-map.ts';
import { describePoint, type MapPoint } from '../model/neighbourhood.ts';
import type { ReflectionView } from './reflection-view.ts';

interface Props {
  map: ReflectionView['map'];
  points: readonly (MapPoint & { label: string })[];
}

const { width, height, plot } = patternMap;

/** The map of patterns with one or two points, each with the area in which it may lie. */
export function ReflectionMap({ map, points }: Props) {
  const description = points.map((point) => `${point.label}. ${describePoint(point)}`).join(' ');
  return (
    <svg
      class="sb-reflection-map"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      role="img"
      aria-labelledby="reflection-map-title reflection-map-text"
    >
      <title id="reflection-map-title">Your answers on the map of patterns</title>
      <desc id="reflection-map-text">{description}</desc>
      <clipPath id="reflection-map-plot">
        <path
          d={`M${String(plot.left)} ${String(plot.top)}H${String(plot.right)}V${String(plot.bottom)}H${String(plot.left)}Z`}
        />
      </clipPath>
      {map.map(({ id, contours }) =>
        contours.map((contour, at) => (
          <path key={`${id}-${String(at)}`} class={`sb-region sb-region-${id}`} d={contour} />
        )),
      )}
      <path
        class="sb-axis"
        d={`M${String(plot.left)} ${String(plot.top)}V${String(plot.bottom)}H${String(plot.right)}`}
      />
      {map.map(({ id, name, label }) => (
        <text key={id} x={label.x} y={label.y} text-anchor="middle">
          {name}
        </text>
      ))}
      <text x="4" y="24">
        more worry about being loved
      </text>
      <text x={plot.right} y={plot.bottom + 28} text-anchor="end">
        more distance from closeness
      </text>
      {points.toReversed().map((point) => (
        <Point key={point.label} point={point} latest={point === points[0]} />
      ))}
    </svg>
  );
}

function Point({ point, latest }: { point: MapPoint; latest: boolean }) {
  const { avoidance, anxiety } = point;
  const { x, y } = toMapPoint({ avoidance: avoidance.score, anxiety: anxiety.score });
  return (
    <g class={latest ? 'sb-point' : 'sb-point sb-point-other'}>
      <ellipse
        clip-path="url(#reflection-map-plot)"
        cx={x}
        cy={y}
        rx={toMapLength(avoidance.margin)}
        ry={toMapLength(anxiety.margin) * ((plot.bottom - plot.top) / (plot.right - plot.left))}
      />
      {latest ? (
        <circle cx={x} cy={y} r="8" />
      ) : (
        <path d={`M${String(x)} ${String(y - 10)}l10 10-10 10-10-10z`} />
      )}
    </g>
  );
}
