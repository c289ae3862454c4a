import { expect, test } from 'vitest';
import {
  fillOffers,
  formatSize,
  removeOffers,
} from '../../../src/features/editions/model/offers.ts';

const offer = (file: string) =>
  `<template data-offer="${file}" class="c"><li data-edition="${file}"><a>x</a><span data-size></span> · <time></time></li></template>`;
const page = `<ul>${offer('a.zip')}${offer('b.pdf')}</ul><p data-no-edition>None.</p>`;
const zip = new Map([['a.zip', 1_234_567]]);
const date = '2026-11-04';

test('shows what was built, with size and day, and leaves the rest inert', () => {
  expect(fillOffers(page, zip, date)).toBe(
    '<ul><li data-edition="a.zip"><a>x</a><span data-size>1.2 MB</span> · ' +
      `<time datetime="2026-11-04">4 November 2026</time></li>${offer('b.pdf')}</ul>`,
  );
});

test('may be run again, when an edition has been added or has changed', () => {
  const once = fillOffers(page, zip, '2026-11-03');
  const both = new Map([
    ['a.zip', 2_000_000],
    ['b.pdf', 1],
  ]);
  expect(fillOffers(once, both, date)).toBe(fillOffers(page, both, date));
});

test('says that there is none where there is none', () => {
  expect(fillOffers(page, new Map(), date)).toBe(page);
  expect(removeOffers(page)).toBe('<ul></ul><p data-no-edition>None.</p>');
});

test.each([
  [0, '0.1 MB'],
  [949_999, '0.9 MB'],
  [9_940_000, '9.9 MB'],
  [12_345_678, '12 MB'],
])('a size of %d bytes reads %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});
