import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'cached-'));
const name = 'disk-cache-test';
const code = join(folder, 'code.ts');
afterAll(() => {
  for (const path of [folder, join('.cache', name)]) rmSync(path, { recursive: true });
});

/** Loads the module anew, as a new process does. */
async function load() {
  vi.resetModules();
  return await import('../../../src/build/shared/disk-cache.ts');
}

/** Simulates a build: returns the result for each input and which inputs were computed; saves at the end. */
async function build(inputs: string[], common?: unknown) {
  const { cacheOnDisk } = await load();
  const made: string[] = [];
  let end: () => void = () => undefined;
  const once = vi.spyOn(process, 'once').mockImplementation((_, listener) => {
    end = listener as () => void;
    return process;
  });
  const keep = cacheOnDisk<string>(name, [folder], common);
  const results = inputs.map((input) =>
    keep(input, () => {
      made.push(input);
      return input.toUpperCase();
    }),
  );
  end();
  once.mockRestore();
  return { results, made };
}

test('what was made of an input is kept until the input, the code or what all share changes', async () => {
  writeFileSync(code, 'one');
  const upper = { results: ['A', 'B'], made: ['a', 'b'] };
  expect(await build(['a', 'b'])).toEqual(upper);
  expect(await build(['a', 'b'])).toEqual({ ...upper, made: [] });
  expect(await build(['a', 'c'])).toEqual({ results: ['A', 'C'], made: ['c'] });
  // The build before did not ask for b.
  expect((await build(['a', 'b'])).made).toEqual(['b']);
  writeFileSync(code, 'two');
  expect((await build(['a', 'b'])).made).toEqual(['a', 'b']);
  expect((await build(['a', 'b'], 'shared')).made).toEqual(['a', 'b']);
  expect((await build(['a', 'b'], 'shared')).made).toEqual([]);
});

test('who asks again in one process is given what was made before, and it is saved once', async () => {
  const { cacheOnDisk } = await load();
  const once = vi.spyOn(process, 'once').mockReturnValue(process);
  const make = vi.fn(() => 'made');
  for (const input of ['x', 'y'])
    for (let asked = 0; asked < 2; asked += 1)
      expect(cacheOnDisk<string>(name, [folder], 'again')(input, make)).toBe('made');
  expect(make).toHaveBeenCalledTimes(2);
  expect(once).toHaveBeenCalledTimes(1);
  once.mockRestore();
});
