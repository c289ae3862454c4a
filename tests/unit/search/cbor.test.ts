import { expect, test } from 'vitest';
import {
  readArray,
  readText,
  writeArray,
  writeText,
} from '../../../src/integrations/search-index/cbor.ts';
import { pack, unpack } from '../../../src/integrations/search-index/pagefind-file.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

// Examples of RFC 8949, appendix A.
test.each([
  ['an empty array', '80', []],
  ['numbers, one of two bytes', '83 01 1818 1903e8', ['01', '1818', '1903e8']],
  ['arrays within', '83 01 820203 820405', ['01', '820203', '820405']],
  [
    'a map, a tag, a float',
    '83 a10102 c001 fb3ff199999999999a',
    ['a10102', 'c001', 'fb3ff199999999999a'],
  ],
  ['bytes and a text', '82 4401020304 6449455446', ['4401020304', '6449455446']],
])('reads %s', (_, written, items) => {
  expect(readArray(hex(written)).map((item) => item.toString('hex'))).toEqual(items);
});

test.each([
  ['short', 'still face'],
  ['with letters of several bytes', 'ü水𐅑'],
  ['longer than a byte can count', 'secure '.repeat(100)],
  ['longer than two bytes can count', 'base '.repeat(20_000)],
])('writes a text and an array that are read again: %s', (_, text) => {
  const items = Array.from({ length: 300 }, () => writeText(text.slice(0, 40)));
  expect(readArray(writeArray(items)).map(readText)).toEqual(items.map(readText));
  expect(readText(writeText(text))).toBe(text);
});

test('refuses what it does not know', () => {
  expect(() => readArray(hex('01'))).toThrow('expected an array');
  expect(() => readText(hex('80'))).toThrow('expected a text');
  expect(() => readArray(hex('9f01ff'))).toThrow('unknown length');
});

test('a packed file is read again; another is refused', () => {
  const content = Buffer.from('content');
  expect(unpack(pack(content)).toString()).toBe('content');
  expect(() => unpack(Buffer.from('content'))).toThrow();
});
