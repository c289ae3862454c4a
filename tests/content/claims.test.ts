import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkClaims } from '../../src/lib/content/check/check-claims.ts';
import { checkNumbers, type NumberException } from '../../src/lib/content/check/check-numbers.ts';
import { listClaims } from '../../src/lib/content/claims.ts';
import { formatProblem } from '../../src/lib/content/problem.ts';
import { readSite } from '../../src/lib/content/check/read-site.ts';
import { site, sources } from './sources.ts';

const exceptions = parse(
  readFileSync('tests/content/number-exceptions.yaml', 'utf8'),
) as NumberException[];

test('every claim has a work, and none is stronger than its works can bear', () => {
  expect(checkClaims(site).map(formatProblem)).toEqual([]);
});

test('every number beside a citation stands in our record of the work', () => {
  expect(checkNumbers(site, sources, exceptions).map(formatProblem)).toEqual([]);
});

test('a number changed by one digit is noticed, in a claim, a list, a correction and a term', () => {
  const changes: [string, string, string][] = [
    ['src/content/docs/secure-attachment.mdx', '51.6%', '51.7%'],
    ['src/content/docs/mis-attunement.mdx', 'Among 58 pairs', 'Among 59 pairs'],
    ['src/content/myths.yaml', 'r = .34', 'r = .35'],
  ];
  for (const [file, from, to] of changes) {
    const changed = sources.map((source) =>
      source.path === file ? { ...source, text: source.text.replace(from, to) } : source,
    );
    expect(changed.some(({ text }) => text.includes(to))).toBe(true);
    expect(checkNumbers(readSite(changed).site, changed, exceptions)).toHaveLength(1);
  }
});

test.each(site.pages.filter(({ frontMatter }) => isTopic(frontMatter?.data['readers'])))(
  '$slug grades no claim twice in the same words',
  ({ outline }) => {
    const texts = outline ? listClaims(outline).map(({ text }) => text) : [];
    expect(new Set(texts).size).toBe(texts.length);
  },
);

function isTopic(readers: unknown): boolean {
  return Array.isArray(readers) && readers.length > 0;
}
