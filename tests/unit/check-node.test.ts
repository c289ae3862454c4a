import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Runs the check as if Node were of this version. */
function check(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`;
  const code = `${pretend}; await import('./src/cli/check-node.mjs')`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
}

test.each(['18.20.0', '20.20.2', '22.17.1'])(
  'Node %s is told to be too old, and how to get another',
  (version) => {
    const { status, stderr } = check(version);
    expect(status).toBe(1);
    expect(stderr).toContain(`this is Node ${version}`);
    expect(stderr).toContain('Fix:');
  },
);

test.each(['22.18.0', '24.21.0'])('Node %s will do', (version) => {
  expect(check(version)).toMatchObject({ status: 0, stderr: '' });
});

/** What the check says of the project with one file changed. */
function checkWith(path: string, change: (text: string) => string): string {
  const root = mkdtempSync(join(tmpdir(), 'facts-'));
  for (const part of ['cli', 'content/i18n', 'content/site.yaml', 'content-model', 'lib', 'site'])
    cpSync(`src/${part}`, join(root, 'src', part), { recursive: true });
  cpSync('package.json', join(root, 'package.json'));
  symlinkSync(realpathSync('node_modules'), join(root, 'node_modules'), 'junction');
  writeFileSync(join(root, path), change(readFileSync(path, 'utf8')));
  const { stderr } = spawnSync(process.execPath, ['src/cli/check-node.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  rmSync(root, { recursive: true });
  return stderr;
}

const facts = 'src/content/site.yaml';

test.each([
  ['src/content/i18n/en.json', '",\n', '"\n', /i18n\/en\.json:\d+: Two items follow one another/],
  [facts, "Base'\n", 'Base\n', /site\.yaml:\d+: A quote or bracket is opened/],
  [facts, "'en-GB'", "'fr-FR'", /site\.yaml:\d+: .*src\/content\/i18n\/fr-FR\.json is not there/],
  [facts, "subject: '", "# subject: '", /site\.yaml:\d+: The guide lacks "subject"/],
])('a mistake in %s is told with its fix: %s', (path, find, put, message) => {
  const told = checkWith(path, (text) => text.replace(find, put));
  expect(told).toMatch(message);
  expect(told).toContain('Fix:');
});
