/** How many cases of a check passed and failed. */
export interface Count {
  passed: number;
  failed: number;
  /** Titles of the cases that failed, as far as the runner names them. */
  failures?: readonly string[];
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
    const { failed, ...others } = read();
    if (others.passed + failed > 0) return { ...others, failed: ok ? failed : Math.max(failed, 1) };
  } catch {
    // No report: the runner broke before its first case.
  }
  return { passed: 0, failed: 1 };
}

/** Counts in Vitest's JSON report. */
export function readVitest(json: string): Count {
  const report = JSON.parse(json) as VitestReport;
  const failures = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${name}: ${fullName}`),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests, failures };
}

/** Counts in Playwright's JSON report; a case that passed on its second run has passed. */
export function readPlaywright(json: string): Count {
  const { stats, suites } = JSON.parse(json) as PlaywrightReport;
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    failures: suites.flatMap(listUnexpected),
  };
}

function listUnexpected({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  const own = specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`);
  return [...own, ...suites.flatMap(listUnexpected)];
}

/** The last line of the suite. */
export function formatCount({ passed, failed }: Count): string {
  return `${String(passed)} passed, ${String(failed)} failed`;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
}

interface PlaywrightReport {
  stats: Record<'expected' | 'flaky' | 'unexpected', number>;
  suites: PlaywrightSuite[];
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs?: { title: string; file: string; ok: boolean }[];
}
