import { expect, test } from 'vitest';
import {
  describeCulture,
  describeEvidence,
  describePrevalence,
} from '../../../src/features/figures/model/describe-charts.ts';
import type {
  CultureRow,
  Effect,
  Prevalence,
} from '../../../src/content-model/schemas/figure-data.ts';

const country = (name: string, samples: number, shares: [number, number, number]): CultureRow => ({
  order: 0,
  country: name,
  samples,
  infants: 10,
  secure_B_pct: shares[0],
  avoidant_A_pct: shares[1],
  resistant_C_pct: shares[2],
});

const effect = (metric: Effect['metric'], value: number): Effect => ({
  order: 0,
  label: 'a',
  group: 'b',
  metric,
  value,
  work: 'c',
  page: 'd',
});

test('the culture chart is told by its extremes, without the row of all countries', () => {
  const text = describeCulture([
    country('Northland', 3, [60, 30, 10]),
    country('Southland', 5, [70, 5, 25]),
    country('All countries', 8, [66, 14, 20]),
  ]);
  expect(text).toContain(
    'In every country the secure bar is the longest, from 60 per cent in Northland to 70 in Southland.',
  );
  expect(text).toContain(
    'longest in Northland, at 30 per cent, and the resistant bar in Southland, at 25',
  );
  expect(text).toContain('5 of the 8 come from the Southland');
});

test('the culture chart does not call secure the longest where it is not', () => {
  const rows = [country('Northland', 3, [60, 30, 10]), country('Southland', 5, [40, 45, 15])];
  expect(describeCulture(rows)).toContain('In 1 countries the secure bar is the longest');
});

test('effects are counted by the word for their strength', () => {
  const text = describeEvidence([
    effect('r', 0.05),
    effect('d', 0.5),
    effect('r', 0.3),
    effect('r', 0.2),
  ]);
  expect(text).toContain(
    '1 in the stretch called next to none, 2 in the stretch called small, 1 in the stretch called medium and none in the stretch called strong',
  );
});

test('prevalence is told answer by answer', () => {
  const row = (label: string, secure: number): Prevalence => ({
    order: 0,
    label,
    who: 'a',
    how: 'b',
    secure,
    others: [],
    work: 'c',
  });
  const text = describePrevalence([row('Infants', 51.6), row('Students', 41.6)]);
  expect(text).toContain(
    'between 41.6 and 51.6 per cent. Infants: 51.6 per cent. Students: 41.6 per cent.',
  );
});
