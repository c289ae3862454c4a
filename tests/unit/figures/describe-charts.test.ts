import { expect, test } from 'vitest';
import type {
  CultureRow,
  Effect,
  Prevalence,
} from '../../../src/content-model/schemas/figure-data.ts';
import { evidence } from '../../../src/features/figures/model/evidence-plot.ts';
import { culture } from '../../../src/features/figures/model/culture-plot.ts';
import { prevalence } from '../../../src/features/figures/model/prevalence-plot.ts';
import { words } from './words.ts';

const country = (name: string, samples: number, shares: [number, number, number]): CultureRow => ({
  country: name,
  samples,
  infants: 10,
  secure_B_pct: shares[0],
  avoidant_A_pct: shares[1],
  resistant_C_pct: shares[2],
  work: 'a',
});

const effect = (metric: Effect['metric'], value: number): Effect => ({
  label: 'a',
  group: 'b',
  metric,
  value,
  work: 'c',
  page: 'd',
});

test('the culture chart is described by its extremes, without the total row', () => {
  const rows = [
    country('Northland', 3, [60, 30, 10]),
    country('Southland', 5, [70, 5, 25]),
    country('All countries', 8, [66, 14, 20]),
  ];
  expect(culture.describe(rows, words.culture)).toMatchObject({
    ...{ countries: 2, where: 'all', lowestSecure: 60, lowestSecureIn: 'Northland' },
    ...{ highestSecure: 70, highestSecureIn: 'Southland', avoidant: 30, avoidantIn: 'Northland' },
    ...{ resistant: 25, resistantIn: 'Southland', most: 5, mostIn: 'Southland', samples: 8 },
  });
});

test('the culture chart does not call secure the longest where it is not', () => {
  const rows = [country('Northland', 3, [60, 30, 10]), country('Southland', 5, [40, 45, 15])];
  expect(culture.describe(rows, words.culture)['where']).toBe('1 country');
});

test('effects are counted by the word for their strength', () => {
  const rows = [effect('r', 0.05), effect('d', 0.5), effect('r', 0.3), effect('r', 0.2)];
  expect(evidence.describe(rows, words.evidence)['stretches']).toBe(
    '1 next to none, 2 small, 1 medium and no strong',
  );
});

test('prevalence is described answer by answer', () => {
  const row = (label: string, secure: number): Prevalence => ({
    label,
    who: 'a',
    how: 'b',
    secure,
    others: [],
    work: 'c',
  });
  const rows = [row('Infants', 51.6), row('Students', 41.6)];
  expect(prevalence.describe(rows, words.prevalence)).toEqual({
    answers: 2,
    lowest: '41.6',
    highest: '51.6',
    list: 'Infants: 51.6. Students: 41.6.',
  });
});
