import { expect, test } from 'vitest';
import { unpack } from '../../../src/features/offline/model/precache.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const list = {
  // Here a file's digest is its own text.
  files: { a: 'one', b: 'three' },
  pack: { path: 'pack.bin', entries: [['a', 3] as [string, number], ['b', 5] as [string, number]] },
};

test('finds the files of a pack by their digests, whatever they are called', () => {
  expect([...unpack(list, bytes('onethree').buffer)]).toEqual([
    ['one', bytes('one')],
    ['three', bytes('three')],
  ]);
});

test('leaves out the files that a pack is too short for', () => {
  expect([...unpack(list, bytes('oneth').buffer).keys()]).toEqual(['one']);
});
