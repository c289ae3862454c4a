import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { installChromium } from './browser.ts';

/** Every check of the project, in order; the last line sums them up: `N passed, N failed`. */

interface Count {
  passed: number;
  failed: number;
}

const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** Checks that pass or fail as one: name and npm script. */
const single = ['check:types', 'check:lint', 'check:format'];

const total: Count = { passed: 0, failed: 0 };
const failures: string[] = [];

for (const script of single)
  count(script, npm(script) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
count('unit and content', vitest(['unit', 'content']));
if (count('build', npm('build') ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })) {
  count('built site', vitest(['build']));
  count('browser', playwright());
}

if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Adds a runner's count to the total; true when nothing of it failed. */
function count(name: string, { passed, failed }: Count): boolean {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(name);
  return failed === 0;
}

function run(command: string, args: string[]): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`);
  return (
    spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
  );
}

function npm(script: string): boolean {
  return run('npm', ['run', '--silent', script]);
}

/** A runner that ends without a report has failed once, whatever it ran. */
function readCount(ok: boolean, read: () => Count): Count {
  try {
    const counted = read();
    return ok || counted.failed > 0 ? counted : { ...counted, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function vitest(projects: string[]): Count {
  const report = `${results}/vitest-${projects.join('-')}.json`;
  const args = projects.flatMap((project) => ['--project', project]);
  const ok = run('npx', [
    'vitest',
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  return readCount(ok, () => {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<
      string,
      number
    >;
    return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 };
  });
}

function playwright(): Count {
  try {
    installChromium();
  } catch (error) {
    console.error((error as Error).message);
    return { passed: 0, failed: 1 };
  }
  const ok = run('npx', ['playwright', 'test']);
  return readCount(ok, () => {
    const { stats } = JSON.parse(readFileSync(`${results}/playwright.json`, 'utf8')) as {
      stats: Record<'expected' | 'flaky' | 'unexpected', number>;
    };
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  });
}
