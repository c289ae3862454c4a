import { expect, test } from 'vitest';
import { countReport, formatCount, readPlaywright, readVitest } from '../count.ts';

const vitest = JSON.stringify({
  numPassedTests: 3,
  numFailedTests: 1,
  testResults: [
    {
      name: 'tests/a.test.ts',
      assertionResults: [
        { fullName: 'adds', status: 'passed' },
        { fullName: 'takes', status: 'failed' },
      ],
    },
  ],
});
const playwright = JSON.stringify({
  stats: { expected: 5, flaky: 1, unexpected: 2 },
  suites: [
    {
      specs: [
        { title: 'shuts', file: 'a.spec.ts', ok: false },
        { title: 'holds', file: 'a.spec.ts', ok: true },
      ],
      suites: [{ specs: [{ title: 'opens', file: 'a.spec.ts', ok: false }] }],
    },
  ],
});

test('reads both runners, and what failed in them', () => {
  const failures = ['tests/a.test.ts: takes'];
  expect(readVitest(vitest)).toEqual({ passed: 3, failed: 1, failures });
  const unexpected = ['a.spec.ts: shuts', 'a.spec.ts: opens'];
  expect(readPlaywright(playwright)).toEqual({ passed: 6, failed: 2, failures: unexpected });
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
