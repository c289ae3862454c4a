import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'kept-'));
const name = 'keep-on-disk-test';
const code = join(folder, 'code.ts');
afterAll(() => {
  for (const path of [folder, join('.cache', name)]) rmSync(path, { recursive: true });
});

/** A process's own copy of the module. */
async function load() {
  vi.resetModules();
  return await import('../../../src/build/shared/keep-on-disk.ts');
}

/** What a build gives for each input, and which it made; it saves at its end. */
async function build(inputs: string[], common?: unknown) {
  const { keepOnDisk } = await load();
  const made: string[] = [];
  let end: () => void = () => undefined;
  const once = vi.spyOn(process, 'once').mockImplementation((_, listener) => {
    end = listener as () => void;
    return process;
  });
  const keep = keepOnDisk<string>(name, [folder], common);
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
  const { keepOnDisk } = await load();
  const once = vi.spyOn(process, 'once').mockReturnValue(process);
  const make = vi.fn(() => 'made');
  for (const input of ['x', 'y'])
    for (let asked = 0; asked < 2; asked += 1)
      expect(keepOnDisk<string>(name, [folder], 'again')(input, make)).toBe('made');
  expect(make).toHaveBeenCalledTimes(2);
  expect(once).toHaveBeenCalledTimes(1);
  once.mockRestore();
});
