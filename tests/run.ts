import { spawn } from 'node:child_process';
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
 * Runs all checks of the project; the last line is the total: `N passed, N failed`. With "quick"
 * (`npm run check:quick`) it runs only the type check and the tests that need no build.
 */

const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** Scripts that need no build, the slowest first. */
const sourceChecks = [
  'check:types',
  'check:format',
  'check:lint',
  'check:spelling',
  'check:unused',
];

const total = { passed: 0, failed: 0, skipped: [] as string[] };
const times: [string, number][] = [];
const parts: string[] = [];
const failures: string[] = [];

const isQuick = process.argv[2] === 'quick';
const [types = '', ...others] = sourceChecks;
await runTogether('sources', [
  () => runScript(types),
  () => vitest(['unit', 'content']),
  ...(isQuick ? [] : others.map((script) => () => runScript(script))),
]);
if (!isQuick && (await runTogether('build', [() => runScript('build', true)]))) {
  await runTogether('built site', [() => runScript('check:html'), () => vitest(['build'], true)]);
  await runTogether('browser', [playwright]);
}

if (parts.length > 1) console.log(`\n${parts.join(', ')}`);
if (times.length > 0) console.log(`\nSlowest:\n${formatSlowest(times)}`);
if (total.skipped.length > 0) {
  console.log(
    `\nSkipped, since a program that each names is missing:\n  ${total.skipped.join('\n  ')}`,
  );
}
if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
console.log(`\n${formatCount(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Adds a check's count to the total; true when nothing failed. */
function count(name: string, result: Count): boolean {
  const { passed, failed, failures: titles = [] } = result;
  total.passed += passed;
  total.failed += failed;
  total.skipped.push(...(result.skipped ?? []));
  for (const [title, seconds] of result.times ?? []) times.push([title, seconds]);
  if (failed > 0) failures.push([name, ...titles].join('\n  '));
  return failed === 0;
}

/** Runs checks two at a time, for machines with two cores; true when nothing failed. */
async function runTogether(part: string, checks: (() => Promise<boolean>)[]): Promise<boolean> {
  const start = Date.now();
  const waiting = [...checks];
  let isGood = true;
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (!(await check())) isGood = false;
    }
  };
  await Promise.all([work(), work()]);
  parts.push(`${part} ${String(Math.round((Date.now() - start) / 1000))} s`);
  return isGood;
}

/** Runs a script of package.json, counted as one check. */
async function runScript(script: string, isLive = false): Promise<boolean> {
  return count(script, countOne(await run('npm', ['run', '--silent', script], isLive)));
}

/** Runs a command and prints its output at its end, or immediately if `isLive`; true when it succeeded. */
function run(command: string, args: string[], isLive = false): Promise<boolean> {
  const line = `\n> ${command} ${args.join(' ')}`;
  if (isLive) console.log(line);
  const child = spawn(command, args, {
    shell: process.platform === 'win32',
    stdio: [
      'ignore',
      ...(isLive ? (['inherit', 'inherit'] as const) : (['pipe', 'pipe'] as const)),
    ],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => {
      if (!isLive) console.log(`${line}: ${code === 0 ? 'passed' : 'failed'}\n${output.trim()}`);
      resolve(code === 0);
    });
  });
}

async function vitest(projects: string[], isLive = false): Promise<boolean> {
  const name = projects.join('-');
  const report = `${results}/vitest-${name}.json`;
  const only = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`];
  const ok = await run('npx', ['vitest', 'run', ...only, ...reporters], isLive);
  return count(
    name,
    countReport(ok, () => readVitest(readFileSync(report, 'utf8'))),
  );
}

async function playwright(): Promise<boolean> {
  try {
    installChromium();
  } catch (error) {
    console.error((error as Error).message);
    return count('browser', { passed: 0, failed: 1 });
  }
  const report = `${results}/playwright.json`;
  const ok = await run('npx', ['playwright', 'test'], true);
  return count(
    'browser',
    countReport(ok, () => readPlaywright(readFileSync(report, 'utf8'))),
  );
}
