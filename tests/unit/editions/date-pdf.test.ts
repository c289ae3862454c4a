import { expect, test } from 'vitest';
import { datePdf } from '../../../src/lib/editions/date-pdf.ts';

test('puts the edition’s day in place of the clock’s and leaves every other byte', () => {
  const bytes = (text: string) => Uint8Array.from([...text].map((c) => c.charCodeAt(0)));
  const before = bytes(
    "\u00ff/CreationDate (D:20301231235959+00'00')/ModDate (D:20301231235959Z)\u0080",
  );
  const after = bytes(
    "\u00ff/CreationDate (D:20261124120000+00'00')/ModDate (D:20261124120000Z)\u0080",
  );
  expect(datePdf(before, '2026-11-24')).toEqual(after);
});
