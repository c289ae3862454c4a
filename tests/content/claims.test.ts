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

test.each([
  ['src/content/docs/secure-attachment.mdx', '51.6%', '51.7%'],
  ['src/content/docs/mis-attunement.mdx', '4,095', '4,096'],
  ['src/content/myths.yaml', '.34', '.35'],
])('in %s, %s written as %s is noticed', (file, from, to) => {
  const changed = sources
    .filter(({ path }) => path === file || !path.includes('/docs/'))
    .map((source) =>
      source.path === file ? { ...source, text: source.text.replace(from, to) } : source,
    );
  const messages = checkNumbers(readSite(changed).site, changed, []).map(({ message }) => message);
  expect(messages.filter((message) => message.startsWith(`The number ${to} `))).toHaveLength(1);
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
