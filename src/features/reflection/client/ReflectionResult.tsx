import { t } from '../../../lib/i18n/t.ts';
import { patternMap, toMapLength, toMapPoint } from '../../figures/model/pattern-map.ts';
import {
  describePoint,
  dimensions,
  neededAnswers,
  reachedRegions,
  regions,
  type MapPoint,
  type ReflectionView,
} from '../model/score.ts';

const { width, height, plot } = patternMap;
const axes = `M${plot.left} ${plot.top}V${plot.bottom}H${plot.right}`;

interface MapProps {
  reflection: ReflectionView;
  /** One or two points, the latest first. */
  points: readonly (MapPoint & { label: string })[];
}

/** The result: the points on the map, their descriptions and what the regions may mean. */
export function ReflectionResult(props: MapProps & { onOther: () => void }) {
  const { reflection, points, onOther } = props;
  const reached = points[0] ? reachedRegions(points[0]) : [];
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
        {points.length > 1 ? t('reflection.twoPoints') : t('reflection.onePoint')}
      </p>
      <ReflectionMap reflection={reflection} points={points} />
      {points.map((point, at) => (
        <p key={point.label}>
          <b>
            {at === 0 ? '●' : '◆'} {point.label}.
          </b>{' '}
          {describePoint(point)}
        </p>
      ))}
      <p>
        {t('reflection.shaded')} {reflection.cut}
      </p>
      <SafetyNote {...reflection.safety} />
      {nearest && <RegionMeaning {...nearest} />}
      {others.length > 0 && (
        <details>
          <summary>{t('reflection.otherPatterns')}</summary>
          {others.map((region) => (
            <RegionMeaning key={region.id} {...region} />
          ))}
        </details>
      )}
      <p>
        <a href={`#${reflection.better.section}`}>{reflection.better.link}</a>
      </p>
      <button type="button" class="sb-button sb-button-quiet" onClick={onOther}>
        {t('reflection.compare')}
      </button>
    </section>
  );
}

/** The map of patterns with one or two points, each in an ellipse of its margins. */
function ReflectionMap({ reflection, points }: MapProps) {
  const description = points.map((point) => `${point.label}. ${describePoint(point)}`).join(' ');
  return (
    <svg
      class="sb-reflection-map"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="reflection-map-title reflection-map-text"
    >
      <title id="reflection-map-title">{t('reflection.mapTitle')}</title>
      <desc id="reflection-map-text">{description}</desc>
      <clipPath id="reflection-map-plot">
        <path d={`${axes}V${plot.top}Z`} />
      </clipPath>
      <g dangerouslySetInnerHTML={{ __html: reflection.washes }} />
      <path class="sb-axis" d={axes} />
      {regions.map(({ id, name, anxiety, avoidance }) => {
        const middle = (isHigh: boolean) => (isHigh ? 5.5 : 2.5);
        const { x, y } = toMapPoint({ anxiety: middle(anxiety), avoidance: middle(avoidance) });
        return (
          <text key={id} x={x} y={y - 6} text-anchor="middle">
            {name}
          </text>
        );
      })}
      <text x="4" y="24">
        {t('reflection.moreAnxiety')}
      </text>
      <text x={plot.right} y={plot.bottom + 28} text-anchor="end">
        {t('reflection.moreAvoidance')}
      </text>
      {points.toReversed().map((point) => {
        const { label, avoidance, anxiety } = point;
        const { x, y } = toMapPoint({ avoidance: avoidance.score, anxiety: anxiety.score });
        const isLatest = point === points[0];
        return (
          <g key={label} class={isLatest ? 'sb-point' : 'sb-point sb-point-other'}>
            <ellipse
              clip-path="url(#reflection-map-plot)"
              cx={x}
              cy={y}
              rx={toMapLength(avoidance.margin)}
              ry={
                toMapLength(anxiety.margin) * ((plot.bottom - plot.top) / (plot.right - plot.left))
              }
            />
            {isLatest ? (
              <circle cx={x} cy={y} r="8" />
            ) : (
              <path d={`M${x} ${y - 10}l10 10-10 10-10-10z`} />
            )}
          </g>
        );
      })}
    </svg>
  );
}

const names = { anxiety: t('reflection.anxiety'), avoidance: t('reflection.avoidance') };

/** Instructions for scoring with pen and paper, and the meaning of each region. */
export function ScoringByHand({ reflection }: { reflection: ReflectionView }) {
  const { statements, cut, safety } = reflection;
  const numbers = (dimension: keyof typeof names, reverse: boolean) =>
    statements
      .flatMap((one, at) =>
        one.dimension === dimension && one.reverse === reverse ? [at + 1] : [],
      )
      .join(', ');
  return (
    <details class="sb-by-hand">
      <summary>{t('reflection.byHand.title')}</summary>
      <p>{t('reflection.byHand.first')}</p>
      <ol>
        {dimensions.map((dimension) => (
          <li key={dimension}>
            <b>{names[dimension]}:</b>{' '}
            {t('reflection.byHand.scale', {
              straight: numbers(dimension, false),
              reversed: numbers(dimension, true),
              needed: neededAnswers(statements, dimension),
            })}
          </li>
        ))}
      </ol>
      <p>
        {t('reflection.byHand.onMap')}
        {` ${cut}`}
      </p>
      <p>{t('reflection.byHand.margin')}</p>
      <SafetyNote {...safety} />
      {reflection.regions.map((region) => (
        <RegionMeaning key={region.id} {...region} />
      ))}
    </details>
  );
}

/** Note on safety, shown before every explanation of patterns. */
function SafetyNote({ text, link, section }: ReflectionView['safety']) {
  return (
    <p>
      <b>{text}</b> <a href={`#${section}`}>{link}</a>
    </p>
  );
}

/** What a pattern may mean from day to day, and what can change. */
function RegionMeaning({ name, dayToDay, canChange }: ReflectionView['regions'][number]) {
  return (
    <div class="sb-meaning">
      <p class="sb-label">{name}</p>
      <p>{dayToDay}</p>
      <p>{canChange}</p>
    </div>
  );
}
