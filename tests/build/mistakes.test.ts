import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copySite, runBuild, type Site } from './site.ts';

const guide = 'tests/fixtures/other-guide';
const sites: Site[] = [];

afterAll(() => {
  for (const site of sites) site.remove();
});

/** One of each kind: what one reader of content sees, another need not. */
test.each([
  ['a byte-order mark in the works', 'references.json', /^\[/, '\uFEFF['],
  ['a misspelt field', 'docs/siesta.mdx', /^description:/m, 'descripton:'],
  ['a block that is not closed', 'docs/siesta.mdx', /^<\/Try>\n/m, ''],
  ['a question without a right answer', 'quizzes/cafe-y-alcohol.yaml', /^ +correct: true\n/m, ''],
])(
  '%s stops a real build with that one message and no trace of code',
  async (_, file, find, put) => {
    const path = `src/content/${file}`;
    const text = readFileSync(join(guide, path), 'utf8');
    const files = { [path]: text.replace(find, put) };
    expect(files[path]).not.toBe(text);
    const site = copySite({ guide, files });
    sites.push(site);
    const { ok, output } = await runBuild(site.dir);
    expect(ok).toBe(false);
    expect(output.match(/src\/content\/[\w/.-]+(:\d+)?: /g)).toHaveLength(1);
    expect(output).toContain('1 mistake in 1 file');
    expect(output).not.toMatch(/^\s+at .*(file:|node:|\.ts:)/m);
  },
);
