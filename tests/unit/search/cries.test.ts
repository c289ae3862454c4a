import { describe, expect, test } from 'vitest';
import { learnCries, toCryLines } from '../../../src/features/search/build/learn.ts';
import {
  cryScore,
  formatCries,
  noCries,
  parseCries,
  featuresOf,
} from '../../../src/features/search/model/learnt.ts';

/** Makes a line of each pair of a beginning and an end. */
function pair(isCry: boolean, beginnings: string[], ends: string[]) {
  return beginnings.flatMap((one) =>
    ends.map((other) => ({ text: `${one} ${other}`, isCry, weight: 1 })),
  );
}

const people = ['he', 'she', 'my boss', 'our captain', 'a sailor', 'somebody', 'my brother'];
const places = ['tonight', 'on deck', 'again', 'in the hold', 'at sea', 'all day', 'in port'];
const cries = people.flatMap((one) =>
  pair(true, [`${one} beats me`, `${one} locks me in`, `${one} threatens us`], [...places, 'now']),
);
const others = people.flatMap((one) =>
  pair(false, [`${one} loves me`, `${one} writes to me`, `${one} misses us`], places),
);

test('the model recognises a cry in other words, and misspelt', () => {
  const learnt = parseCries(learnCries([...cries, ...cries, ...others, ...others]));
  const score = (text: string) => cryScore(text.split(' '), learnt);
  expect(score('the cook beats us in the galley')).toBeGreaterThan(1);
  expect(score('hes threatning us')).toBeGreaterThan(1);
  expect(score('the cook writes to us')).toBeLessThan(-1);
});

test('the same lines give the same model, and too few give none', () => {
  expect(learnCries([...cries, ...cries, ...others])).toBe(
    learnCries([...cries, ...cries, ...others]),
  );
  expect(parseCries(learnCries([...cries.slice(0, 200), ...others]))).toEqual(noCries);
  expect(cryScore(['help'], noCries)).toBe(-Infinity);
});

test('weights are rounded to steps and kept within bounds when formatted', () => {
  const features = new Map([
    [3, 0.52],
    [700_000, -0.31],
    [40, 9],
    [41, -9],
    [42, 0.01],
  ]);
  const read = parseCries(formatCries({ bias: -1.25, features }));
  expect(read.bias).toBe(-1.25);
  expect([...read.features].map(([feature, weight]) => [feature, weight.toFixed(1)])).toEqual([
    [3, '0.5'],
    [40, '1.6'],
    [41, '-1.0'],
    [700_000, '-0.3'],
  ]);
});

test('features are distinct stems, pairs of stems and n-grams', () => {
  const shared = (a: string[], b: string[]) => {
    const own = new Set(featuresOf(a));
    return featuresOf(b).filter((feature) => own.has(feature)).length;
  };
  const own = ['he', 'beats', 'me'];
  expect(shared(own, own)).toBe(featuresOf(own).length);
  expect(shared(own, ['he', 'beat', 'me'])).toBeGreaterThan(shared(own, ['me', 'beats', 'he']));
  expect(shared(['threatens'], ['threatned'])).toBeGreaterThan(0);
});

describe('the examples of cries', () => {
  const document = (id: string, anchor: string, ...asked: string[]) => ({
    ...{ id, kind: 'page' as const, path: 'storms/', anchor, title: '', page: '', text: '' },
    ...{ sections: [], topics: [], asked: asked.map((text) => ({ text })) },
  });

  test('leave out sections on help, and sections whose readers may need help', () => {
    const documents = [
      document('a', 'waiting', 'how long do storms last'),
      document('b', 'rescue', 'who rescues us'),
      document('c', 'fear', 'I fear the sea'),
    ];
    const bets = [{ isHelp: true, places: ['b'], pattern: [] }];
    const written = { unsure: ['storms#fear'], ordinary: ['sinking a beer'], cries: ['we sink'] };
    const lines = toCryLines(documents as never, bets, written);
    expect(lines.map(({ text, isCry }) => [text, isCry])).toEqual([
      ['how long do storms last', false],
      ['sinking a beer', false],
      ['we sink', true],
    ]);
  });
});
