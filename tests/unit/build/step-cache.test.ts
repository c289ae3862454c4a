import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { BuiltSite } from '../../../src/build/built-site.ts';
import type { BuildContext } from '../../../src/build/run-steps.ts';
import { cacheStep } from '../../../src/build/step-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'step-cache-'));
const output = join(folder, 'dist/copy.txt');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let runs = 0;
const copy = cacheStep({
  name: 'copy',
  reads: /\.html$/,
  writes: /\.txt$/,
  load: () =>
    Promise.resolve({
      name: 'copy',
      run: ({ site }) => {
        runs++;
        site.write('copy.txt', site.readText('index.html'));
        return 'Copied a page';
      },
    }),
});

/** Whether the step ran in a build of these sources whose page is so, changed by an earlier step. */
async function build(page: string, { sources = 'sources', change = (html: string) => html } = {}) {
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  const site = new BuiltSite(join(folder, 'dist'));
  site.write('other.svg', `drawn for ${page}`);
  writeFileSync(join(folder, 'dist/index.html'), page);
  const cacheDir = pathToFileURL(`${folder}/cache/`);
  const before = runs;
  // An earlier step that asks for the digest must not keep a later one from seeing the change.
  site.digest('index.html');
  site.write('index.html', change(site.readText('index.html')));
  const said = await copy.run({ site, cacheDir, sources } as BuildContext);
  expect(said).toMatch(/^Copied a page/);
  return runs > before;
}

test('a step runs again only when a page that it reads or the sources have changed', async () => {
  expect(await build('one')).toBe(true);
  expect(await build('one')).toBe(false);
  expect(readFileSync(output, 'utf8')).toBe('one');
  expect(await build('two')).toBe(true);
  expect(await build('two', { change: (html) => `${html}!` })).toBe(true);
  expect(readFileSync(output, 'utf8')).toBe('two!');
  expect(await build('two!')).toBe(false);
  expect(await build('two!', { sources: 'others' })).toBe(true);
  expect(existsSync(output)).toBe(true);
});
