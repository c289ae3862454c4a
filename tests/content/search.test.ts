import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { synonymsSchema } from '../../src/content-model/schemas/search.ts';
import { splitWords } from '../../src/features/search/model/words.ts';
import { site } from './sources.ts';

const read = (name: string) => readFileSync(`src/content/${name}`, 'utf8');
const synonyms = synonymsSchema.parse(parse(read('synonyms.yaml')));
const lines = (site.asked ?? []).flatMap(({ data }) => data['asked'] as string[]);
const normalise = (text: string) => splitWords(text).join(' ');

function duplicates(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size === seen.add(text).size);
}

describe('synonyms', () => {
  test('each lay word occurs once', () => {
    expect(duplicates(synonyms.flatMap(({ words }) => words.map(normalise)))).toEqual([]);
  });
});

describe('what readers ask', () => {
  test('each question occurs once', () => {
    expect(lines.length).toBeGreaterThan(0);
    expect(duplicates(lines.map(normalise))).toEqual([]);
  });

  test('no question is a query of the search benchmarks', () => {
    const folder = 'tests/fixtures/search';
    const queries = readdirSync(folder)
      .filter((name) => name === 'queries.tsv' || name.endsWith('held-out.tsv'))
      .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split('\n'))
      .map((line) => normalise(line.split('\t')[0] ?? ''));
    const asked = new Set(lines.map(normalise));
    expect(queries.filter((query) => asked.has(query))).toEqual([]);
  });
});
