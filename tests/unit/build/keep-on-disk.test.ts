import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { keepOnDisk } from '../../../src/build/shared/keep-on-disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'kept-'));
const name = 'keep-on-disk-test';
const code = join(folder, 'code.ts');
afterAll(() => {
  for (const path of [folder, join('.cache', name)]) rmSync(path, { recursive: true });
});

/** What a build gives for each input, and which it made; it saves at its end. */
function build(inputs: string[], common?: unknown) {
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

test('what was made of an input is kept until the input, the code or what all share changes', () => {
  writeFileSync(code, 'one');
  const upper = { results: ['A', 'B'], made: ['a', 'b'] };
  expect(build(['a', 'b'])).toEqual(upper);
  expect(build(['a', 'b'])).toEqual({ ...upper, made: [] });
  expect(build(['a', 'c'])).toEqual({ results: ['A', 'C'], made: ['c'] });
  // The build before did not ask for b.
  expect(build(['a', 'b']).made).toEqual(['b']);
  writeFileSync(code, 'two');
  expect(build(['a', 'b']).made).toEqual(['a', 'b']);
  expect(build(['a', 'b'], 'shared').made).toEqual(['a', 'b']);
  expect(build(['a', 'b'], 'shared').made).toEqual([]);
});
