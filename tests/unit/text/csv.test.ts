import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { formatCsv } from '../../../src/lib/text/format.ts';

test('quotes commas, quotes and line breaks so that another program reads them back', () => {
  const rows = [
    { id: 'a', text: 'One, two "three"\nfour' },
    { id: 'b', text: 'plain – ü' },
  ];
  expect(parse(formatCsv(rows), { columns: true })).toEqual(rows);
});

test('gives an empty text for no rows', () => {
  expect(formatCsv([])).toBe('');
});
