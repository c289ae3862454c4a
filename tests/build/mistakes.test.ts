import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeMistake, type Mistake } from '../mistakes.ts';
import { readContent } from '../../src/content-model/build/read-content.ts';
import { copySite, runBuild, type Site } from './site.ts';

const mistakes = parse(readFileSync('tests/fixtures/mistakes.yaml', 'utf8')) as Mistake[];
const small = readContent('tests/fixtures/small-site');
const sites: Site[] = [];

afterAll(() => {
  for (const site of sites) site.remove();
});

/** One of each kind: what one reader of content sees, another need not. */
const tried = [
  'a byte-order mark in the works',
  'a misspelt field',
  'a block that is not closed',
  'a question without a right answer',
];

test.each(tried)(
  '%s stops a real build with that one message and no trace of code',
  async (name) => {
    const mistake = mistakes.find((one) => one.name === name);
    expect(mistake).toBeDefined();
    if (!mistake) return;
    const files = Object.fromEntries(
      makeMistake(small, mistake).map(({ path, text }) => [path, text]),
    );
    const site = copySite({
      files: { 'src/content': null, 'public/ship.svg': '<svg/>', ...files },
    });
    sites.push(site);
    const { ok, output } = await runBuild(site.dir);
    expect(ok).toBe(false);
    expect(output.match(/src\/content\/[\w/.-]+(:\d+)?: /g)).toHaveLength(1);
    expect(output).toContain('1 mistake in 1 file');
    expect(output).not.toMatch(/^\s+at .*(file:|node:|\.ts:)/m);
  },
);
