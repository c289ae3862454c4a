import { expect, test } from 'vitest';
import { findRoot, foldersAbove } from '../../../src/lib/url/page-path.ts';

test.each([
  ['/', ['/']],
  ['/a', ['/']],
  ['/a/b', ['/a/', '/']],
  ['/a/b/', ['/a/b/', '/a/', '/']],
])('folders above %s', (path, expected) => {
  expect(foldersAbove(path)).toEqual(expected);
});

test('finds the nearest root, whatever the others answer', async () => {
  const isRoot = (folder: string) =>
    folder === '/a/b/' ? Promise.reject(new Error('offline')) : Promise.resolve(folder.length < 4);
  expect(await findRoot('/a/b/c', isRoot)).toBe('/a/');
  expect(await findRoot('/a/b/c', () => Promise.resolve(false))).toBeUndefined();
});

test('asks no more than twelve folders', async () => {
  const asked: string[] = [];
  await findRoot('/x'.repeat(500), (folder) => {
    asked.push(folder);
    return Promise.resolve(false);
  });
  expect(asked).toHaveLength(12);
  expect(asked).toContain('/');
});
