import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { installPackages } from '../debian.ts';
import { freePort } from '../free-port.ts';
import { checkHost } from './check-host.ts';
import { type Recipe, recipes } from './recipe.ts';

/**
 * Serves dist/ with real servers and the configuration of hosting/, at the root and under a path, and
 * walks it: `npm run test:hosts`. A server that is missing is installed from Debian's packages where
 * that may be; one that cannot be is named, and fails only where none could be tried.
 */
const bases = ['/', '/a/b/c/'];

const site = mkdtempSync(join(tmpdir(), 'secure-base-site-'));
cpSync('dist', site, { recursive: true });
// Servers give up their rights, and must still be able to read.
execFileSync('chmod', ['-R', 'a+rX', site]);
execFileSync(process.execPath, ['src/cli/compress.ts', site], { stdio: 'inherit' });

const counts = { passed: 0, failed: 0, missing: 0 };
try {
  for (const recipe of recipes) await tryRecipe(recipe);
} finally {
  rmSync(site, { recursive: true, force: true });
}
console.log(`\n${String(counts.passed)} passed, ${String(counts.failed)} failed`);
if (counts.missing > 0) console.log(`${String(counts.missing)} servers could not be installed.`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;

async function tryRecipe(recipe: Recipe): Promise<void> {
  if (!isInstalled(recipe) && !install(recipe)) {
    counts.missing++;
    console.log(`${recipe.name}: not installed, and could not be`);
    return;
  }
  for (const base of bases) {
    const work = mkdtempSync(join(tmpdir(), 'secure-base-host-'));
    execFileSync('chmod', ['a+rx', work]);
    const port = await freePort();
    const child = spawn(recipe.program, recipe.prepare({ site, work, port, base }), {
      env: { ...process.env, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work },
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', (error) => (said += error.message));
    try {
      const url = `http://127.0.0.1:${String(port)}${base}`;
      const problems = (await isUp(url, child))
        ? await checkHost(url, site, recipe)
        : [`did not start: ${said.slice(-1000)}`];
      counts[problems.length > 0 ? 'failed' : 'passed']++;
      console.log(`${recipe.name} at ${base}: ${problems.length > 0 ? 'FAILED' : 'ok'}`);
      for (const problem of problems.slice(0, 12)) console.log(`  ${problem}`);
    } finally {
      await stop(child);
      rmSync(work, { recursive: true, force: true });
    }
  }
}

function isInstalled({ program, module }: Recipe): boolean {
  if (module && !existsSync(module)) return false;
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function install(recipe: Recipe): boolean {
  try {
    installPackages(recipe.packages);
    return isInstalled(recipe);
  } catch {
    return false;
  }
}

/** Waits until the server answers; false when it ends before, or takes longer than 20 seconds. */
async function isUp(url: string, child: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 100 && child.exitCode === null; attempt++) {
    // Read to its end: a connection that closes on an answer left unread stops Node's fetch.
    const text = await fetch(url).then(
      (answer) => answer.text(),
      () => undefined,
    );
    if (text !== undefined) return true;
    await setTimeout(200);
  }
  return false;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await Promise.race([ended, setTimeout(5000)]);
  child.kill('SIGKILL');
}
