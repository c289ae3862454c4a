import { expect, test } from 'vitest';
import { formatAlone } from '../../../src/features/citations/model/print/bibliographer.ts';
import { toPageItem, withoutAuthor } from '../../../src/features/citations/export/metadata.ts';
import type { Reference } from '../../../src/content-model/schemas/reference.ts';
import { readStyle, toText } from './fixtures.ts';

const pages = ['attunement', 'mis-attunement'].map((slug) =>
  toPageItem(slug, {
    title: 'Mis-attunement and repair',
    updated: new Date('2026-11-24'),
    url: `https://example.org/${slug}/`,
  }),
);

test.each([
  [
    'apa',
    (item: Reference) => item,
    'Secure Base. (2026, November 24). _Mis-attunement and repair_. https://example.org/mis-attunement/',
  ],
  [
    'modern-language-association',
    withoutAuthor,
    '“Mis-Attunement and Repair.” _Secure Base_, 24 Nov. 2026, https://example.org/mis-attunement/.',
  ],
  [
    'chicago-author-date',
    (item: Reference) => item,
    'Secure Base. 2026. “Mis-Attunement and Repair.” November 24, 2026. https://example.org/mis-attunement/.',
  ],
])('cites a page of the site in %s, by itself, with no year letter', (style, shape, expected) => {
  const written = pages.map(shape).map(formatAlone(readStyle(style)));
  expect(toText(written[1] ?? '')).toBe(expected);
});

test('leaves the address out where the site does not know it', () => {
  const item = toPageItem('', { title: 'Home', updated: new Date('2026-01-02'), url: undefined });
  expect(item).not.toHaveProperty('URL');
  expect(item.issued).toEqual({ 'date-parts': [[2026, 1, 2]] });
});
