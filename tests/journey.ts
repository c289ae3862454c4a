import { expect, test as base, type BrowserContext } from '@playwright/test';
import { watchContext } from './watch.ts';

/** Control over the problems that a test reports. */
export interface Reports {
  /** Watches a further context that the test has opened. */
  watch: (context: BrowserContext) => void;
  /** Expects a problem that the test provokes: it must occur at least once. */
  expect: (problem: RegExp) => void;
  /** Ignores a problem that may occur, such as one that depends on timing. */
  allow: (problem: RegExp) => void;
}

/**
 * Playwright's `test`, which also fails when the browser reports an error or a violation of the Content
 * Security Policy, sends a request to another origin, or stores a cookie or a key without our prefix. All
 * browser tests use it.
 */
export const test = base.extend<{ reports: Reports }>({
  reports: [
    async ({ baseURL, context }, use) => {
      const expected: RegExp[] = [];
      const allowed: RegExp[] = [];
      const watches = [watchContext(context, baseURL ?? '')];
      await use({
        watch: (other) => watches.push(watchContext(other, baseURL ?? '')),
        expect: (problem) => expected.push(problem),
        allow: (problem) => allowed.push(problem),
      });
      const problems = (await Promise.all(watches.map((finish) => finish()))).flat();
      const known = [...expected, ...allowed];
      const unexpected = problems.filter((text) => !known.some((pattern) => pattern.test(text)));
      expect(unexpected, 'problems that the browser reported').toEqual([]);
      const missed = expected.filter((pattern) => !problems.some((text) => pattern.test(text)));
      expect(missed, 'expected problems that did not occur').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
