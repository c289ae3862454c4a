import '../../../lib/keyed-text.ts';
import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/t.ts';
import { focusOn } from '../../quiz/client/use-answers.ts';
import type { QuestionView } from '../../quiz/model/view.ts';
import {
  forecast,
  formatWeekdayInitial,
  formatDay,
  groupByDue,
  pickSession,
  startOfDay,
  topicProgress,
  type ReviewCards,
} from '../model/review-card.ts';
import { SecondaryButton } from '../../quiz/client/QuestionCard.tsx';
import { Session } from './Session.tsx';
import { usePractice, type Topic } from './use-practice.ts';
import { YourData } from './YourData.tsx';

/** The practice page: topics to choose from, sessions, a forecast of reviews and the reader's data. */
export function PracticeIsland({ topics }: { topics: Topic[] }) {
  const practice = usePractice();
  const { quizzes, cards, seed } = practice;
  /** Ids of topics that are not chosen. */
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const [session, setSession] = useState<QuestionView[]>();
  const loaded = quizzes !== undefined;
  const now = Date.now();

  const chosen = (quizzes ?? []).filter(({ id }) => !excluded.has(id)).flatMap((q) => q.questions);
  const { due, unseen } = groupByDue(chosen, cards, now);

  function start() {
    // New questions come in another order on each day and after each session with new cards.
    const sessionSeed = seed + startOfDay(now) / 60_000 + cards.size;
    setSession(pickSession(chosen, cards, now, sessionSeed));
    focusOn('session');
  }

  function leave() {
    setSession(undefined);
    focusOn('practice-today');
  }

  function toggle(id: string) {
    const next = new Set(excluded);
    if (!next.delete(id)) next.add(id);
    setExcluded(next);
  }

  if (session) {
    return (
      <div class="sb-quiz is-live">
        <Session questions={session} practice={practice} onEnd={leave} />
      </div>
    );
  }
  return (
    <div class={loaded ? 'sb-quiz sb-practice is-live' : 'sb-quiz sb-practice'}>
      <div class="sb-practice-today" id="practice-today">
        {loaded ? (
          <>
            <p tabIndex={-1}>
              <b>{due.length}</b> {t('practice.dueToday', { count: due.length })},{' '}
              <b>{unseen.length}</b> {t('practice.notMet', { count: unseen.length })}
            </p>
            <button type="button" class="sb-button" disabled={chosen.length === 0} onClick={start}>
              {due.length > 0 ? t('practice.review') : t('practice.start')}
            </button>
          </>
        ) : practice.retry ? (
          <>
            <p role="alert">{t('practice.notLoaded')}</p>
            <button type="button" class="sb-button" onClick={practice.retry}>
              {t('practice.loadAgain')}
            </button>
          </>
        ) : (
          <p class="sb-no-script">{t('practice.needsScript')}</p>
        )}
      </div>
      <fieldset class="sb-question sb-topics">
        <legend class="sb-label">{t('practice.topics')}</legend>
        <ul role="list">
          {topics.map(({ id, title, href, count }) => {
            const questions = quizzes?.find((quiz) => quiz.id === id)?.questions ?? [];
            const { seen, known } = topicProgress(questions, cards, now);
            return (
              <li key={id} data-topic={id}>
                <label>
                  <input
                    type="checkbox"
                    disabled={!loaded}
                    checked={!excluded.has(id)}
                    onChange={() => toggle(id)}
                  />
                  <span>{title}</span>
                </label>
                <a href={href}>
                  <span class="sb-hidden">{title}: </span>
                  {seen > 0
                    ? t('practice.met', { met: seen, count })
                    : t('quiz.questions', { count })}
                </a>
                <svg
                  class="sb-memory"
                  viewBox="0 0 100 4"
                  width="100"
                  height="4"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  {[count, ...(seen > 0 ? [seen, known] : [])].map((part) => (
                    <rect width={(100 * part) / count} height="4" />
                  ))}
                </svg>
                {seen > 0 && (
                  <span class="sb-hidden">, {t('practice.known', { count: known })}</span>
                )}
              </li>
            );
          })}
        </ul>
        <p class="sb-memory-key">{t('practice.lineKey')}</p>
        <SecondaryButton
          disabled={!loaded}
          onClick={() =>
            setExcluded(new Set(excluded.size === 0 ? topics.map(({ id }) => id) : []))
          }
        >
          {excluded.size === 0 ? t('practice.chooseNone') : t('practice.chooseAll')}
        </SecondaryButton>
      </fieldset>
      <Forecast cards={cards} now={loaded ? now : undefined} />
      <YourData practice={practice} />
    </div>
  );
}

const days = 14;
const chartTop = 70;

/** Reviews due in the next fourteen days, as a bar chart and a table; empty until `now` is known. */
function Forecast({ cards, now }: { cards: ReviewCards; now: number | undefined }) {
  const due = now === undefined ? [] : forecast(cards, now, days);
  const maximum = Math.max(5, ...due.map((day) => day.due));
  const total = due.reduce((sum, day) => sum + day.due, 0);

  return (
    <figure class="sb-forecast">
      <figcaption class="sb-label">{t('practice.comesBack', { count: total })}</figcaption>
      <svg
        viewBox={`0 0 ${String(days * 20)} ${String(chartTop + 20)}`}
        width={days * 20}
        height={chartTop + 20}
        role="img"
        aria-label={total > 0 ? t('practice.chartText') : t('practice.nothingYet')}
      >
        {now !== undefined && total === 0 && (
          <text x={days * 10} y={chartTop / 2}>
            {t('practice.nothingYet')}
          </text>
        )}
        <path class="sb-forecast-base" d={`M0 ${String(chartTop)}H${String(days * 20)}`} />
        {total > 0 &&
          due.map(({ offset, start, due: count }) => {
            const height = (count / maximum) * (chartTop - 18);
            return (
              <g key={offset}>
                <rect x={offset * 20 + 3} y={chartTop - height} width="14" height={height} />
                <text x={offset * 20 + 10} y={chartTop - height - 4}>
                  {count > 0 && count}
                </text>
                <text x={offset * 20 + 10} y={chartTop + 15}>
                  {formatWeekdayInitial(new Date(start))}
                </text>
              </g>
            );
          })}
      </svg>
      {total > 0 && (
        <details>
          <summary>{t('practice.table')}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('practice.day')}</th>
                <th scope="col">{t('practice.questionsDue')}</th>
              </tr>
            </thead>
            <tbody>
              {due.map(({ offset, start, due: count }) => (
                <tr key={offset}>
                  <th scope="row">
                    {offset === 0 ? t('practice.today') : formatDay(new Date(start))}
                  </th>
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
