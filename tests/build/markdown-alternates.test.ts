import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReadingOrder } from '../../src/content-model/build/read-content.ts';
import { site } from '../content/sources.ts';

const alternate = (slug: string) => readFileSync(`dist/${slug || 'index'}.md`, 'utf8');
const slugs = ['', ...readReadingOrder()];

test.each(slugs)('/%s has a Markdown alternate of plain text, with its headings', (slug) => {
  const text = alternate(slug);
  const page = site.pages.find((one) => one.slug === slug);
  expect(text.startsWith(`# ${String(page?.frontMatter?.data['title'])}\n`)).toBe(true);
  expect(text).not.toMatch(/<\/?(?!https?:|mailto:)[a-z][^>]*>/i);
  for (const heading of page?.outline?.sections ?? [])
    expect(text).toContain(`${'#'.repeat(heading.depth)} ${heading.text}`);
});

test('an alternate keeps citations, certainty, drawings in words, tables and references', () => {
  const text = alternate('secure-attachment');
  expect(text).toContain('51.6%');
  expect(text).toContain('(Madigan et al., 2023)');
  expect(text).toContain('*High certainty*');
  expect(text).toContain('*Drawing: ');
  expect(text).toMatch(/\| .*Avoidant/);
  expect(text).toMatch(/Madigan, S\.[^\n]*<https:\/\/doi\.org\//);
  expect(text).toContain('What this page cannot tell');
});

test('the guide for language models links to every alternate', () => {
  const llms = readFileSync('dist/llms.txt', 'utf8');
  const links = [...llms.matchAll(/\]\((\.\/[^)]+)\)/g)].map(([, link = '']) => link);
  expect(links.length).toBe(readReadingOrder().length + 2);
  for (const link of links) expect(existsSync(`dist/${link}`), link).toBe(true);
});

test('the whole guide in one file contains every page once', () => {
  const whole = readFileSync('dist/llms-full.txt', 'utf8');
  expect(whole.match(/^# /gm)?.length).toBe(slugs.length);
});
