import { expect, test } from 'vitest';
import { typesetNumbers } from '../../../src/lib/text/format.ts';

test('keeps a statistic on one line', () => {
  expect(typesetNumbers('about r = .39, d = −0.2')).toBe(
    'about r\u00a0=\u00a0.39, d\u00a0=\u00a0−0.2',
  );
});

test('joins a span of numbers with an en dash', () => {
  expect(typesetNumbers('ages 5-18, at 24-36 months, 1996-2004')).toBe(
    'ages 5–18, at 24–36 months, 1996–2004',
  );
});

test('leaves telephone numbers and compounds alone', () => {
  const text = '1-800-799-7233, a 12-month-old, ECR-R';
  expect(typesetNumbers(text)).toBe(text);
});
