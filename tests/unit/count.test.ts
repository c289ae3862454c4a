import { expect, test } from 'vitest';
import { countReport, formatCount, formatSlowest, readPlaywright, readVitest } from '../count.ts';

const vitest = JSON.stringify({
  numPassedTests: 3,
  numFailedTests: 1,
  testResults: [
    {
      name: 'tests/a.test.ts',
      assertionResults: [
        { fullName: 'adds', status: 'passed' },
        { fullName: 'takes', status: 'failed', duration: 1500 },
        { fullName: 'waits (needs java)', status: 'skipped' },
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
        {
          title: 'holds',
          file: 'a.spec.ts',
          ok: true,
          tests: [{ status: 'expected', results: [{ duration: 250 }, { duration: 750 }] }],
        },
        { title: 'rests', file: 'a.spec.ts', ok: true, tests: [{ status: 'skipped' }] },
      ],
      suites: [{ specs: [{ title: 'opens', file: 'a.spec.ts', ok: false }] }],
    },
  ],
});

test('reads both runners: what failed, what was skipped, and how long each case took', () => {
  expect(readVitest(vitest)).toMatchObject({
    passed: 3,
    failed: 1,
    skipped: ['tests/a.test.ts: waits (needs java)'],
    failures: ['tests/a.test.ts: takes'],
  });
  expect(readVitest(vitest).times).toContainEqual(['tests/a.test.ts: takes', 1.5]);
  expect(readPlaywright(playwright)).toMatchObject({
    passed: 6,
    failed: 2,
    skipped: ['a.spec.ts: rests'],
    failures: ['a.spec.ts: shuts', 'a.spec.ts: opens'],
  });
  expect(readPlaywright(playwright).times).toContainEqual(['a.spec.ts: holds', 1]);
});

test('the slowest cases come first, as many as asked for', () => {
  const lines = formatSlowest(
    [
      ['a', 1],
      ['b', 3],
      ['c', 2],
    ],
    2,
  ).split('\n');
  expect(lines.map((line) => line.trim())).toEqual(['3.0 s  b', '2.0 s  c']);
});

test('the last line says how many cases were skipped, when any were', () => {
  expect(formatCount({ passed: 5, failed: 0, skipped: ['x'] })).toBe(
    '5 passed, 0 failed, 1 skipped',
  );
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
