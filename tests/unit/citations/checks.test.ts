import { expect, test } from 'vitest';
import { citationChecks } from '../../../src/content-model/build/find-problems.ts';
import { checkSchema } from '../../../src/content-model/check/check-schema.ts';
import { readSite } from '../../../src/content-model/check/read-site.ts';
import { collections } from '../../../src/content-model/collections.ts';
import { type Source, formatProblem } from '../../../src/content-model/model/problem.ts';
import { readYaml } from './fixtures.ts';

interface Mistake {
  name: string;
  /** Text of files that replace the valid ones, by path below src/content. */
  files: Record<string, string>;
  says: string[];
}

const { valid, mistakes } = readYaml('mistakes') as {
  valid: Record<string, string>;
  mistakes: Mistake[];
};

function check(files: Record<string, string>): string[] {
  const sources = Object.entries({ ...valid, ...files }).map(([path, text]): Source => ({
    path: `src/content/${path}`,
    text,
  }));
  const { site, problems } = readSite(sources);
  const shapes = (['references', 'evidence', 'topics'] as const).flatMap((name) =>
    checkSchema(site[name], collections[name]),
  );
  const found = [...problems, ...shapes, ...citationChecks.flatMap((one) => one(site))];
  found.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
  return found.map(formatProblem);
}

test('finds nothing in valid content', () => {
  expect(check({})).toEqual([]);
});

test('computes the line of no valid entry, which takes a second parse of the file', () => {
  const sources = Object.entries(valid).map(([path, text]) => ({
    path: `src/content/${path}`,
    text,
  }));
  const { site } = readSite(sources);
  const asked: string[] = [];
  for (const entry of [...(site.references ?? []), ...(site.evidence ?? [])])
    Object.defineProperty(entry, 'line', { get: () => asked.push(entry.id) });
  for (const one of citationChecks) one(site);
  expect(asked).toEqual([]);
});

test.each(mistakes)('$name', ({ files, says }) => {
  expect(check(files)).toEqual(says);
});
