import type { ReviewCards } from './review-card.ts';

/** Questions due on one day. */
export interface ForecastDay {
  /** Days from today: 0 is today. */
  offset: number;
  /** Local midnight at which the day begins, in milliseconds since 1970. */
  start: number;
  due: number;
}

/** How many questions come back on each of the next days, in local time; what is overdue is due today. */
export function forecast(cards: ReviewCards, now: number, days = 14): ForecastDay[] {
  const starts = Array.from({ length: days + 1 }, (_, offset) => startOfDay(now, offset));
  const due = [...cards.values()].map((card) => card.due);
  return starts.slice(0, days).map((start, offset) => ({
    offset,
    start,
    due: due.filter((at) => (offset === 0 || at >= start) && at < (starts[offset + 1] ?? 0)).length,
  }));
}

/** Local midnight of the day `offset` days after `now`; a day may have 23 or 25 hours. */
export function startOfDay(now: number, offset = 0): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + offset).getTime();
}

// The browser's own formatter takes tens of milliseconds to make the first time.
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** A local day of this or the next weeks: "Wednesday 25 November". */
export function nameDay(day: Date): string {
  return [weekdays[day.getDay()], day.getDate(), months[day.getMonth()]].join(' ');
}
