import browserslist from 'browserslist';
import { expect, test } from 'vitest';
import { toBuildTargets } from '../../src/build/build-targets.ts';

test('the oldest version of each browser counts, and of two in one the first', () => {
  const browsers = [
    'chrome 120',
    'chrome 111',
    'ios_saf 16.10',
    'ios_saf 16.6-16.7',
    'firefox 115',
  ];
  expect(toBuildTargets(browsers)).toEqual(['chrome111', 'ios16.6', 'firefox115']);
});

test('the browsers that are supported are known to the transformer', () => {
  expect(toBuildTargets(browserslist()).sort()).toEqual([
    'chrome111',
    'edge111',
    'firefox115',
    'ios16.4',
    'safari16.4',
  ]);
});

test('a browser that it does not know is refused', () => {
  expect(() => toBuildTargets(['kaios 3.0-3.1'])).toThrow('kaios');
});
