import { expect, test } from 'vitest';
import { readerSeed, shuffledOrder } from '../../../src/features/quiz/model/shuffle.ts';
import { fullStorage, memoryStorage } from '../storage/memory-storage.ts';

test('the same seed and id give the same order, which contains every index once', () => {
  for (const count of [3, 4, 5, 6]) {
    const order = shuffledOrder(count, 42, 'question');
    expect(shuffledOrder(count, 42, 'question')).toEqual(order);
    expect(order.toSorted()).toEqual(Array.from({ length: count }, (_, index) => index));
  }
});

test('orders differ by seed and id, and none is the source order', () => {
  const seeds = Array.from({ length: 200 }, (_, seed) =>
    shuffledOrder(4, seed * 7919, 'q').join(''),
  );
  expect(new Set(seeds).size).toBe(23);
  expect(seeds).not.toContain('0123');
  const ids = ['a', 'b', 'c', 'd', 'e'].map((id) => shuffledOrder(6, 1, id).join(''));
  expect(new Set(ids).size).toBe(5);
});

test('each part is first about equally often', () => {
  const counts = [0, 0, 0, 0];
  for (let seed = 0; seed < 4000; seed += 1) {
    const [first = 0] = shuffledOrder(4, seed, 'even');
    counts[first] = (counts[first] ?? 0) + 1;
  }
  // The source order is replaced by a rotation of it, so the first part is first less often.
  for (const count of counts) expect(count).toBeGreaterThan(750);
});

test('the seed is created once; it is 0 if storage cannot be written', () => {
  const storage = memoryStorage();
  const seed = readerSeed(
    () => storage,
    () => 0.5,
  );
  expect(
    readerSeed(
      () => storage,
      () => 0.9,
    ),
  ).toBe(seed);
  expect(seed).toBeGreaterThan(0);
  expect(readerSeed(fullStorage, () => 0.5)).toBe(0);
});
