/** How many cases of a check passed and failed. */
export interface Count {
  passed: number;
  failed: number;
}

/** A check that passes or fails as one. */
export function countOne(ok: boolean): Count {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Reads a runner's report. A runner that ended badly has failed once at least, whatever its report
 * says, and one that left no report, or none that counts anything, has failed too.
 */
export function countReport(ok: boolean, read: () => Count): Count {
  try {
    const { passed, failed } = read();
    if (passed + failed > 0) return { passed, failed: ok ? failed : Math.max(failed, 1) };
  } catch {
    // No report: the runner broke before its first case.
  }
  return { passed: 0, failed: 1 };
}

/** Counts in Vitest's JSON report. */
export function readVitest(json: string): Count {
  const { numPassedTests, numFailedTests } = JSON.parse(json) as Record<string, number>;
  return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
}

/** Counts in Playwright's JSON report; a case that passed on its second run has passed. */
export function readPlaywright(json: string): Count {
  const { stats } = JSON.parse(json) as {
    stats: Record<'expected' | 'flaky' | 'unexpected', number>;
  };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

/** The last line of the suite. */
export function formatCount({ passed, failed }: Count): string {
  return `${String(passed)} passed, ${String(failed)} failed`;
}
