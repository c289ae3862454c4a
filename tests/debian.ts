import { execFileSync } from 'node:child_process';

/** Installs packages of Debian where that may be. @throws Error when it may not, or they are unknown. */
export function installPackages(packages: readonly string[]): void {
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    stdio: 'ignore',
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
