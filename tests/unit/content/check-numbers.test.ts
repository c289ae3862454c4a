import { expect, test } from 'vitest';
import { extractFigures, separatorsOf } from '../../../src/content-model/check/check-numbers.ts';

const valuesIn = (text: string, language: string) =>
  extractFigures(text, separatorsOf(language)).map(({ value, percent }) =>
    percent ? `${String(value)}%` : value,
  );

test('numbers are read as English writes them', () => {
  expect(valuesIn('r = .29, 1,234 pairs and 51.6 per cent of p2p', 'en-GB')).toEqual([
    0.29,
    1234,
    '51.6%',
  ]);
});

test('numbers are read as Spanish and German write them', () => {
  expect(valuesIn('r = 0,29, 1.234 personas y el 51,6 %', 'es')).toEqual([0.29, 1234, '51.6%']);
  expect(valuesIn('r = 0,29 und 12.345 Paare', 'de')).toEqual([0.29, 12345]);
});
