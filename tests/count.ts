/** Numbers of test cases of a check that passed and failed. */
export interface Count {
  passed: number;
  failed: number;
  /** Titles of the cases that were skipped. */
  skipped?: readonly string[];
  /** Duration of each case in seconds. */
  times?: readonly (readonly [title: string, seconds: number])[];
  /** Titles of the cases that failed, as far as the runner reports them. */
  failures?: readonly string[];
}

/** Counts a check without cases. */
export function countOne(ok: boolean): Count {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Reads a runner's report. A runner that exited with an error counts as at least one failure, and so does
 * one without a report or with a report of no cases.
 */
export function countReport(ok: boolean, read: () => Count): Count {
  try {
    const { failed, ...others } = read();
    if (others.passed + failed > 0) return { ...others, failed: ok ? failed : Math.max(failed, 1) };
  } catch {
    // No report: the runner stopped before its first case.
  }
  return { passed: 0, failed: 1 };
}

/** Reads the counts of Vitest's JSON report. */
export function readVitest(json: string): Count {
  const report = JSON.parse(json) as VitestReport;
  const cases = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status, duration }) => ({
      title: `${name}: ${fullName}`,
      status,
      seconds: (duration ?? 0) / 1000,
    })),
  );
  const titles = (...wanted: string[]) =>
    cases.filter(({ status }) => wanted.includes(status)).map(({ title }) => title);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: titles('pending', 'skipped', 'todo'),
    times: cases.map(({ title, seconds }) => [title, seconds]),
    failures: titles('failed'),
  };
}

/** Reads the counts of Playwright's JSON report; a case that passed on a retry counts as passed. */
export function readPlaywright(json: string): Count {
  const { stats, suites } = JSON.parse(json) as PlaywrightReport;
  const specs = suites.flatMap(listSpecs);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: specs
      .filter(({ tests = [] }) => tests.some(({ status }) => status === 'skipped'))
      .map(titleOf),
    times: specs.map((spec) => [titleOf(spec), secondsOf(spec)]),
    failures: specs.filter(({ ok }) => !ok).map(titleOf),
  };
}

function titleOf({ file, title }: PlaywrightSpec): string {
  return `${file}: ${title}`;
}

function secondsOf({ tests = [] }: PlaywrightSpec): number {
  const runs = tests.flatMap(({ results = [] }) => results);
  return runs.reduce((sum, { duration }) => sum + duration, 0) / 1000;
}

function listSpecs({ suites = [], specs = [] }: PlaywrightSuite): PlaywrightSpec[] {
  return [...specs, ...suites.flatMap(listSpecs)];
}

/** Formats the last line of the test run, such as "5 passed, 0 failed, 2 skipped". */
export function formatCount({ passed, failed, skipped = [] }: Count): string {
  const line = `${String(passed)} passed, ${String(failed)} failed`;
  return skipped.length > 0 ? `${line}, ${String(skipped.length)} skipped` : line;
}

/** Formats the slowest cases, one a line. */
export function formatSlowest(times: Count['times'] = [], most = 20): string {
  return times
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([title, seconds]) => `${seconds.toFixed(1).padStart(7)} s  ${title}`)
    .join('\n');
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    assertionResults: { fullName: string; status: string; duration?: number | null }[];
  }[];
}

interface PlaywrightReport {
  stats: Record<'expected' | 'flaky' | 'unexpected', number>;
  suites: PlaywrightSuite[];
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs?: PlaywrightSpec[];
}

interface PlaywrightSpec {
  title: string;
  file: string;
  ok: boolean;
  tests?: { status: string; results?: { duration: number }[] }[];
}
