import { forecast, nameDay } from '../model/forecast.ts';
import type { ReviewCards } from '../model/review-card.ts';

interface Props {
  cards: ReviewCards;
  /** Undefined until the browser has taken over: the chart is then drawn empty. */
  now: number | undefined;
}

const days = 14;
const top = 70;

/** What comes back on each of the next fourteen days, as bars and as a table, once there is something. */
export function Forecast({ cards, now }: Props) {
  const due = now === undefined ? [] : forecast(cards, now, days);
  const most = Math.max(5, ...due.map((day) => day.due));
  const total = due.reduce((sum, day) => sum + day.due, 0);

  return (
    <figure class="sb-forecast">
      <figcaption class="sb-label">What comes back: {total} in the next two weeks</figcaption>
      <svg
        viewBox={`0 0 ${String(days * 20)} ${String(top + 20)}`}
        width={days * 20}
        height={top + 20}
        role="img"
        aria-label={
          total > 0
            ? 'Bars, one a day for fourteen days. The table below has the numbers.'
            : 'Nothing yet. What you answer comes back here.'
        }
      >
        {now !== undefined && total === 0 && (
          <text x={days * 10} y={top / 2}>
            Nothing yet. What you answer comes back here.
          </text>
        )}
        <path class="sb-forecast-base" d={`M0 ${String(top)}H${String(days * 20)}`} />
        {total > 0 &&
          due.map(({ offset, start, due: count }) => {
            const height = (count / most) * (top - 18);
            return (
              <g key={offset}>
                <rect x={offset * 20 + 3} y={top - height} width="14" height={height} />
                <text x={offset * 20 + 10} y={top - height - 4}>
                  {count > 0 && count}
                </text>
                <text x={offset * 20 + 10} y={top + 15}>
                  {nameDay(new Date(start)).charAt(0)}
                </text>
              </g>
            );
          })}
      </svg>
      {total > 0 && (
        <details>
          <summary>The same as a table</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Questions due</th>
              </tr>
            </thead>
            <tbody>
              {due.map(({ offset, start, due: count }) => (
                <tr key={offset}>
                  <th scope="row">{offset === 0 ? 'Today' : nameDay(new Date(start))}</th>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </figure>
  );
}
