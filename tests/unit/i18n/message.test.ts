import { expect, test } from 'vitest';
import { formatDate, formatList, formatNumber } from '../../../src/lib/i18n/format.ts';
import { baseKey, categoriesOf, formatMessage } from '../../../src/lib/i18n/message.ts';
import { t } from '../../../src/lib/i18n/t.ts';

const messages = {
  'a.plain': 'Read next',
  'a.from': 'From {{ site }}, by {{author}}',
  'a.page_one': 'one page',
  'a.page_few': '{{count}} (few)',
  'a.page_many': '{{count}} (many)',
  'a.page_other': '{{count}} pages',
};

test('fills placeholders by their names', () => {
  expect(formatMessage(messages, 'en', 'a.plain')).toBe('Read next');
  expect(formatMessage(messages, 'en', 'a.from', { site: 'Harbours', author: '$& Ann' })).toBe(
    'From Harbours, by $& Ann',
  );
});

test.each([
  ['en', 1, 'one page'],
  ['en', 2, '2 pages'],
  ['pl', 3, '3 (few)'],
  ['pl', 12, '12 (many)'],
])('chooses the plural form of %s for %i', (language, count, text) => {
  expect(formatMessage(messages, language, 'a.page', { count })).toBe(text);
});

test('takes the form "other" where a language has no text of its form', () => {
  expect(formatMessage({ 'a.b_other': '{{count}}' }, 'ar', 'a.b', { count: 3 })).toBe('3');
});

test.each([
  ['a.lost', {}],
  ['a.from', { site: 'Harbours' }],
])('refuses %s with %o', (key, values) => {
  expect(() => formatMessage(messages, 'en', key, values)).toThrow(key);
});

test('knows which plural forms a language needs', () => {
  expect([...categoriesOf('es')]).toEqual(['other', 'one']);
  expect([...categoriesOf('pl')].sort()).toEqual(['few', 'many', 'one', 'other']);
  expect(baseKey('a.page_few')).toBe('a.page');
  expect(baseKey('a.last_page')).toBe('a.last_page');
});

test('speaks the language of the site', () => {
  expect(t('page.nextLink')).toBe('Read next');
  expect(formatDate('2026-11-24')).toBe('24 November 2026');
  expect(formatNumber(12345)).toBe('12,345');
  expect(formatList(['a', 'b', 'c'], { type: 'disjunction' })).toBe('a, b or c');
});
