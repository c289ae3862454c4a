import { expect, test } from 'vitest';
import { createStore } from '../../../src/lib/storage/store.ts';
import { memoryStorage } from './memory-storage.ts';

const parseNumber = (json: unknown) => (typeof json === 'number' ? json : undefined);

test('stores a value under the prefix of the site and removes it', () => {
  const storage = memoryStorage();
  const store = createStore('n', parseNumber, () => storage);
  expect(store.write(3)).toBe(true);
  expect(storage.getItem('sb:n')).toBe('3');
  expect(store.read()).toBe(3);
  store.clear();
  expect(store.read()).toBeUndefined();
});

test.each(['{', '"three"', 'null'])('reads corrupt or unknown content %s as undefined', (text) => {
  expect(
    createStore('n', parseNumber, () => memoryStorage({ 'sb:n': text })).read(),
  ).toBeUndefined();
});

test('stores nothing and throws nothing if storage is blocked', () => {
  const store = createStore('n', parseNumber, () => {
    throw new Error('SecurityError');
  });
  expect(store.read()).toBeUndefined();
  expect(store.write(1)).toBe(false);
  expect(store.clear).not.toThrow();
});
