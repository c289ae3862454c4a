import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { pageText } from './page-text.ts';
import { site, sources } from './sources.ts';

interface Point {
  page: string;
  phrases: string[];
}

interface Correction {
  page: string;
  phrase: string;
  myth: string;
}

const points = read<Record<string, Point>>('coverage');
const corrections = read<Record<string, Correction>>('corrections');

/** How many points each page must teach. */
const wanted = { SA: 11, CH: 6, RA: 11, SY: 4, AT: 6, MI: 9, AD: 7, GR: 7, ST: 7, FQ: 8, RE: 1 };

test('every point that the site must teach is looked for', () => {
  const ids = Object.entries(wanted).flatMap(([letters, count]) =>
    Array.from({ length: count }, (_, index) => `${letters}${String(index + 1)}`),
  );
  expect(Object.keys(points).sort()).toEqual(ids.sort());
});

test.each(Object.entries(points))('%s is taught', (_, { page, phrases }) => {
  const text = pageText(page);
  for (const phrase of phrases) expect(text).toContain(phrase);
});

describe('corrections', () => {
  const listed = new Map(site.myths?.map(({ id, data }) => [id, data]));

  test.each(Object.entries(corrections))('number %s is put right', (_, { page, phrase, myth }) => {
    expect(pageText(page)).toContain(phrase);
    expect(listed.get(myth)?.['page']).toBeTypeOf('string');
  });

  test('every correction on /myths/ belongs to one of them', () => {
    const known = Object.values(corrections).map(({ myth }) => myth);
    expect([...listed.keys()].sort()).toEqual(known.sort());
  });

  test('words that were never Tronick’s and a work that nobody can find stand nowhere', () => {
    for (const { path, text } of sources) {
      expect(text, path).not.toMatch(/fails? to respond appropriately/i);
      expect(text, path).not.toContain('adc.bmj.com');
    }
  });
});

function read<T>(name: string): T {
  return parse(readFileSync(`tests/fixtures/${name}.yaml`, 'utf8')) as T;
}
