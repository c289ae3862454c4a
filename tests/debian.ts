import { execFileSync } from 'node:child_process';

/** Installs Debian packages. @throws Error without root rights, or when a package is unknown. */
export function installPackages(packages: readonly string[]): void {
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  try {
    runApt(install);
  } catch {
    // The package lists may be missing or out of date.
    runApt(['update']);
    runApt(install);
  }
}

function runApt(args: readonly string[]): void {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  const [command = '', ...rest] = [...asRoot, 'apt-get', ...args];
  execFileSync(command, rest, {
    stdio: 'ignore',
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
