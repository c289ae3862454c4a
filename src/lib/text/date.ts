/** A day as readers see it: "24 November 2026". Days of content have no time zone, so UTC tells them. */
export function formatDay(day: Date): string {
  return day.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** A day for programs: "2026-11-24". */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
