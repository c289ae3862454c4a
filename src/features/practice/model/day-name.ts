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
