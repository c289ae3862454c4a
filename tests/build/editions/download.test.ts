import { existsSync, readdirSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatSize } from '../../../src/features/editions/model/offers.ts';
import { attribute, readBuiltPage, textOf } from '../document.ts';

test('the download page offers each edition that was made, and no other, with its size and day', () => {
  const offers = readBuiltPage('/download/').elements.filter((element) =>
    attribute(element, 'data-edition'),
  );
  const files = offers.map((offer) => attribute(offer, 'data-edition') ?? '');
  expect(files.toSorted()).toEqual(readdirSync('dist/editions').sort());
  for (const offer of offers) {
    const path = `dist/editions/${attribute(offer, 'data-edition') ?? ''}`;
    expect(existsSync(path)).toBe(true);
    expect(textOf(offer)).toContain(formatSize(statSync(path).size));
    expect(textOf(offer)).toMatch(/\d{1,2} \w+ \d{4}/);
  }
});
