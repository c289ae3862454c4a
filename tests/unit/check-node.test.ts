import { spawnSync } from 'node:child_process';
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
