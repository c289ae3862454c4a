import { expect, test as base, type BrowserContext } from '@playwright/test';
import { watchContext } from './watch.ts';

/** The watch over a journey. */
export interface Reports {
  /** Watches over a context that the journey opens by itself, too. */
  watch: (context: BrowserContext) => void;
  /** Announces a problem that the journey provokes; it must come, and may come again. */
  expect: (problem: RegExp) => void;
  /** Puts up with a problem that may come or not, such as one that depends on who is faster. */
  allow: (problem: RegExp) => void;
}

/**
 * Playwright's `test` with a watch over it: a journey fails when the browser reports an error or a
 * breach of the content policy, asks another origin for anything, or is left with a cookie or a
 * stored key that is not ours. Every browser test uses it.
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
      expect(unexpected, 'problems the browser saw').toEqual([]);
      const missed = expected.filter((pattern) => !problems.some((text) => pattern.test(text)));
      expect(missed, 'expected problems that did not come').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
