import { expect, test } from 'vitest';
import { countReport, formatCount, readPlaywright, readVitest } from '../count.ts';

const vitest = '{"numPassedTests":3,"numFailedTests":1}';
const playwright = '{"stats":{"expected":5,"flaky":1,"unexpected":2}}';

test('reads both runners', () => {
  expect(readVitest(vitest)).toEqual({ passed: 3, failed: 1 });
  expect(readPlaywright(playwright)).toEqual({ passed: 6, failed: 2 });
});

test.each([
  ['a good run', true, { passed: 3, failed: 0 }, '3 passed, 0 failed'],
  ['failed cases', false, { passed: 3, failed: 2 }, '3 passed, 2 failed'],
  ['a runner that ended badly', false, { passed: 3, failed: 0 }, '3 passed, 1 failed'],
  ['no case at all', true, { passed: 0, failed: 0 }, '0 passed, 1 failed'],
])('counts %s', (_, ok, report, line) => {
  expect(formatCount(countReport(ok, () => report))).toBe(line);
});

test('a runner without a report has failed once', () => {
  expect(countReport(true, () => readVitest(''))).toEqual({ passed: 0, failed: 1 });
});
