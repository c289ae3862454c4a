import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSite } from './site.ts';

const guide = 'tests/fixtures/other-guide';

/** One mistake of each kind, each in its own file, since different parsers find them. */
const mistakes: [what: string, file: string, find: RegExp, put: string][] = [
  ['a byte-order mark in the works', 'references.json', /^\[/, '\uFEFF['],
  ['a misspelt field', 'docs/siesta.mdx', /^description:/m, 'descripton:'],
  ['a block that is not closed', 'docs/luz-y-pantallas.mdx', /^<\/Try>\n/m, ''],
  ['a question without a right answer', 'quizzes/cafe-y-alcohol.yaml', /^ +correct: true\n/m, ''],
  ['a misspelt work', 'docs/insomnio.mdx', /<Cite id="[^"]*"/, '<Cite id="drake2013cafeine"'],
];

test('mistakes stop a real build, each with one message, its place and the fix, and no stack trace', async () => {
  const files = Object.fromEntries(
    mistakes.map(([, file, find, put]) => {
      const path = `src/content/${file}`;
      const text = readFileSync(join(guide, path), 'utf8');
      const wrong = text.replace(find, put);
      expect(wrong, file).not.toBe(text);
      return [path, wrong];
    }),
  );
  const site = await buildSite({ guide, files });
  try {
    expect(site.ok).toBe(false);
    expect(existsSync(site.dist())).toBe(false);
    const told = [...site.output.matchAll(/src\/content\/([\w/.-]+)(?::\d+)?: /g)];
    expect(told.map(([, file]) => file).toSorted()).toEqual(
      mistakes.map(([, file]) => file).toSorted(),
    );
    const insomnia = files['src/content/docs/insomnio.mdx'] ?? '';
    const line = insomnia.slice(0, insomnia.indexOf('drake2013cafeine')).split('\n').length;
    expect(site.output).toContain(
      `src/content/docs/insomnio.mdx:${String(line)}: There is no work with the id "drake2013cafeine".`,
    );
    expect(site.output).toContain('Did you mean drake2013caffeine');
    expect(site.output).toContain('5 mistakes in 5 files of src/content; see above.');
    expect(site.output).not.toMatch(/^\s+at /m);
  } finally {
    site.remove();
  }
});
