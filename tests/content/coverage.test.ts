import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { pageText, sectionText } from './page-text.ts';
import { missingWords } from './missing-words.ts';
import { site, sources } from './sources.ts';

interface Point {
  page: string;
  section?: string;
  finding?: string;
  words: (string | number)[];
}

interface Correction {
  page: string;
  words: (string | number)[];
  myth: string;
}

const points = read<Record<string, Point>>('coverage');
const corrections = read<Record<string, Correction>>('corrections');

/** How many points each page must teach. */
const wanted = { SA: 11, CH: 6, RA: 11, SY: 4, AT: 6, MI: 9, AD: 7, GR: 7, ST: 7, FQ: 8, RE: 1 };

test('every point that the site must teach has an entry in coverage.yaml', () => {
  const ids = Object.entries(wanted).flatMap(([letters, count]) =>
    Array.from({ length: count }, (_, index) => `${letters}${String(index + 1)}`),
  );
  expect(Object.keys(points).sort()).toEqual(ids.sort());
});

test.each(Object.entries(points))('%s is taught', (_, { page, section, finding, words }) => {
  const text = sectionText(page, section);
  expect(text, `/${page}/ has no section "${section ?? ''}"`).toBeDefined();
  expect(missingWords(text ?? '', words)).toEqual([]);
  const uses = site.pages.find(({ slug }) => slug === page)?.outline?.uses ?? [];
  const shown = uses.flatMap(({ name, props }) => (name === 'Finding' ? props['id'] : []));
  if (finding !== undefined) expect(shown).toContain(finding);
});

describe('corrections', () => {
  const listed = new Set(site.myths?.map(({ id }) => id));

  test.each(Object.entries(corrections))('correction %s is made', (_, { page, words, myth }) => {
    expect(missingWords(pageText(page), words)).toEqual([]);
    expect(listed.has(myth), `no common error "${myth}"`).toBe(true);
  });

  test('a misattributed quotation of Tronick and a work that does not exist appear nowhere', () => {
    for (const { path, text } of sources) {
      expect(text, path).not.toMatch(/fails? to respond appropriately/i);
      expect(text, path).not.toContain('adc.bmj.com');
    }
  });
});

function read<T>(name: string): T {
  return parse(readFileSync(`tests/fixtures/${name}.yaml`, 'utf8')) as T;
}
