import { expect, test } from 'vitest';
import { formatDay } from '../../../src/features/practice/model/review-card.ts';

test('names every day of two years as the platform does', () => {
  const platform = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  for (let offset = 0; offset < 731; offset++) {
    const day = new Date(2027, 0, 1 + offset);
    expect(formatDay(day)).toBe(platform.format(day));
  }
});
