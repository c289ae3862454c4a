import { expect, test } from 'vitest';
import {
  joinPack,
  slicePack,
  takeUnchanged,
} from '../../../src/features/offline/model/precache.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const list = (files: Record<string, string>) => ({
  files,
  pack: {
    path: 'pack.bin',
    entries: Object.entries(files).map(([path, text]): [string, number] => [path, text.length]),
  },
});
// Here a file's digest is its own text.
const old = { precache: list({ a: 'one', b: 'three' }), bytes: bytes('onethree') };

test('slices a file out of a pack', () => {
  expect(slicePack(old, 'b')).toEqual(bytes('three'));
  expect(slicePack(old, 'c')).toBeUndefined();
  expect(slicePack({ ...old, bytes: bytes('one') }, 'b')).toBeUndefined();
});

test('takes over what is unchanged, under whatever name, and joins it with what is new', () => {
  const fresh = list({ a: 'four', c: 'three' });
  const kept = takeUnchanged(fresh, old);
  expect([...kept]).toEqual([['c', bytes('three')]]);
  expect(joinPack(fresh, kept.set('a', bytes('four')))).toEqual(bytes('fourthree'));
});

test('a pack that lacks a file is none', () => {
  expect(() => joinPack(list({ a: 'one' }), new Map())).toThrow('lacks a');
});
