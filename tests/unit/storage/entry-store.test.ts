import { expect, test } from 'vitest';
import {
  createEntryStore,
  type Dated,
  isRecord,
  mergeEntries,
  parseEntries,
} from '../../../src/lib/storage/entry-store.ts';
import { fullStorage, memoryStorage } from './memory-storage.ts';

const parse = (json: unknown): Dated | undefined =>
  isRecord(json) && typeof json['at'] === 'number' ? { at: json['at'] } : undefined;
const entry = (id: string, at: number) => new Map([[id, { at }]]);

test('two tabs that store different entries do not overwrite each other', () => {
  const storage = memoryStorage();
  const [one, other] = [0, 1].map(() => createEntryStore('e', parse, () => storage));
  one?.read();
  other?.read();
  one?.add(entry('a', 1));
  other?.add(entry('b', 2));
  expect([...(one?.read().keys() ?? [])]).toEqual(['a', 'b']);
});

test('of two entries with the same id, the later one wins', () => {
  expect(mergeEntries(entry('a', 5), entry('a', 3)).get('a')).toEqual({ at: 5 });
  expect(mergeEntries(entry('a', 5), entry('a', 7)).get('a')).toEqual({ at: 7 });
});

test.each([
  ['nothing', undefined],
  ['another version', { version: 2, entries: { a: { at: 1 } } }],
  ['a list', [{ at: 1 }]],
  ['entries that are a list', { version: 1, entries: [{ at: 1 }] }],
  ['text', 'entries'],
])('%s is parsed as no entries', (_, json) => {
  expect(parseEntries(json, parse).size).toBe(0);
});

test('entries with the wrong shape or an invalid id are dropped, the others are read', () => {
  const text = `{"version":1,"entries":{"a":{"at":1},"b":{"at":"1"},"__proto__":{"at":1},"<b>":{"at":1}}}`;
  expect([...parseEntries(JSON.parse(text), parse).keys()]).toEqual(['a']);
});

test('full or blocked storage stores nothing and throws nothing', () => {
  const blocked = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  for (const storage of [fullStorage, blocked]) {
    const store = createEntryStore('e', parse, storage);
    expect(store.add(entry('a', 1))).toBe(false);
    expect(store.read().size).toBe(0);
    expect(store.clear).not.toThrow();
  }
});
