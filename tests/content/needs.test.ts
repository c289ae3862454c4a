import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { sectionText } from './page-text.ts';
import { missingWords } from './missing-words.ts';
import { site } from './sources.ts';

interface Need {
  who: string;
  need: string;
  answers: { page: string; section: string; words: string[] }[];
}

const needs = parse(readFileSync('tests/fixtures/needs.yaml', 'utf8')) as Need[];

test.each(needs)('$who: $need', ({ answers }) => {
  expect(answers.length).toBeGreaterThan(0);
  for (const { page, section, words } of answers) {
    const text = sectionText(page, section);
    expect(text, `/${page}/ has no section "${section}"`).toBeDefined();
    expect(missingWords(text ?? '', words), `/${page}/#${section}`).toEqual([]);
  }
});

/** Sections that the index of questions links to. */
const linked = new Set(
  (site.questions ?? []).flatMap(({ data }) =>
    (data['questions'] as { page: string; section?: string }[]).map(
      ({ page, section = '' }) => `/${page}/#${section}`,
    ),
  ),
);

test('the index of questions links to every section that answers a need', () => {
  const answers = needs.flatMap((need) => need.answers);
  const missed = answers.map(({ page, section }) => `/${page}/#${section}`);
  expect([...new Set(missed)].filter((place) => !linked.has(place))).toEqual([]);
});

test('the index of questions links to every section whose heading is a question', () => {
  // Questions on the home page are links into the guide, not answers.
  const pages = site.pages.filter(({ slug }) => slug !== '');
  const asked = pages.flatMap(({ slug, outline }) =>
    (outline?.sections ?? [])
      .filter(({ text }) => text.endsWith('?'))
      .map((section) => `/${slug}/#${section.slug}`),
  );
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((place) => !linked.has(place))).toEqual([]);
});
