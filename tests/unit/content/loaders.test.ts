import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { afterAll, expect, test } from 'vitest';
import { skipUnchanged } from '../../../src/content-model/build/loaders.ts';

const folder = mkdtempSync(join(tmpdir(), 'loaders-'));
const path = join(folder, 'data.yaml');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const meta = new Map<string, string>();
const read: string[] = [];
const loader: Loader = {
  name: 'data',
  load: () => Promise.resolve(void read.push('read')),
};

/** How often the loader reads on one load, in a build or (with a watcher) in the dev server. */
async function load(watcher?: object): Promise<number> {
  read.length = 0;
  const context = { meta, store: { clear: () => read.push('cleared') }, watcher };
  await skipUnchanged(loader, folder).load(context as unknown as LoaderContext);
  return read.filter((one) => one === 'read').length;
}

test('a build reads data again only when a file changed or is new; the dev server always does', async () => {
  writeFileSync(path, 'one');
  expect(await load()).toBe(1);
  expect(await load()).toBe(0);
  writeFileSync(path, 'two');
  expect(await load()).toBe(1);
  // Entries that no longer exist must be removed.
  expect(read).toEqual(['cleared', 'read']);
  writeFileSync(join(folder, 'more.yaml'), 'two');
  expect(await load()).toBe(1);
  expect(await load({})).toBe(1);
});
