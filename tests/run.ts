import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { installChromium } from '../src/cli/browser.ts';
import {
  countOne,
  countReport,
  formatCount,
  formatSlowest,
  readPlaywright,
  readVitest,
} from './count.ts';
import type { Count } from './count.ts';

/**
 * Every check of the project, in order; the last line sums them up: `N passed, N failed`. With "quick"
 * (`npm run check:quick`), what an author can wait for: types, and the tests that need no build.
 */

const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** npm scripts that pass or fail as one and read the sources alone. */
const ofSources = [
  'check:types',
  'check:lint',
  'check:format',
  'check:spelling',
  'check:cycles',
  'check:unused',
];

/** npm scripts that pass or fail as one and read the built site. */
const ofSite = ['check:html'];

const total = { passed: 0, failed: 0, skipped: [] as string[] };
const times: [string, number][] = [];
const failures: string[] = [];

const isQuick = process.argv[2] === 'quick';
if (isQuick) await runScripts(['check:types', 'test:unit']);
else {
  await runScripts(ofSources);
  count('unit and content', vitest(['unit', 'content']));
}
if (!isQuick && count('build', countOne(run('npm', ['run', '--silent', 'build'])))) {
  await runScripts(ofSite);
  count('built site', vitest(['build']));
  count('browser', playwright());
}

if (times.length > 0) console.log(`\nSlowest:\n${formatSlowest(times)}`);
if (total.skipped.length > 0) {
  console.log(`\nSkipped, each for want of the program it names:\n  ${total.skipped.join('\n  ')}`);
}
if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
console.log(`\n${formatCount(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Adds a check's count to the total; true when nothing of it failed. */
function count(name: string, result: Count): boolean {
  const { passed, failed, failures: titles = [] } = result;
  total.passed += passed;
  total.failed += failed;
  total.skipped.push(...(result.skipped ?? []));
  for (const [title, seconds] of result.times ?? []) times.push([title, seconds]);
  if (failed > 0) failures.push([name, ...titles].join('\n  '));
  return failed === 0;
}

/** Runs scripts two at a time, and prints each one's output when it ends. */
async function runScripts(scripts: string[]) {
  const waiting = [...scripts];
  const work = async () => {
    for (let script = waiting.shift(); script; script = waiting.shift()) {
      const { ok, output } = await runQuietly(script);
      console.log(`\n> npm run ${script}: ${ok ? 'passed' : 'failed'}\n${output.trim()}`);
      count(script, countOne(ok));
    }
  };
  await Promise.all([work(), work()]);
}

function runQuietly(script: string): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const options = { shell: process.platform === 'win32', maxBuffer: Infinity };
    execFile('npm', ['run', '--silent', script], options, (error, stdout, stderr) => {
      resolve({ ok: !error, output: stdout + stderr });
    });
  });
}

function run(command: string, args: string[]): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const options = { stdio: 'inherit', shell: process.platform === 'win32' } as const;
  return spawnSync(command, args, options).status === 0;
}

function vitest(projects: string[]): Count {
  const report = `${results}/vitest-${projects.join('-')}.json`;
  const only = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`];
  const ok = run('npx', ['vitest', 'run', ...only, ...reporters]);
  return countReport(ok, () => readVitest(readFileSync(report, 'utf8')));
}

function playwright(): Count {
  try {
    installChromium();
  } catch (error) {
    console.error((error as Error).message);
    return { passed: 0, failed: 1 };
  }
  const ok = run('npx', ['playwright', 'test']);
  return countReport(ok, () => readPlaywright(readFileSync(`${results}/playwright.json`, 'utf8')));
}
