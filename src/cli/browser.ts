import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Where systems keep a Chromium; first the one without windows, which takes a third of the time. */
const systemBrowsers = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Without windows, letters would be wider than on readers' screens.
  '--font-render-hinting=none',
];

/** Path of a Chromium to test with: Playwright's own if it is installed, else the system's. */
function findChromium(): string | undefined {
  return [chromium.executablePath(), ...systemBrowsers].find((path) => path && existsSync(path));
}

/** Launch options for Playwright; a missing browser is reported by `installChromium`, not here. */
export function chromiumOptions() {
  const executablePath = findChromium();
  return { args: quietFlags, ...(executablePath && { executablePath }) };
}

/**
 * Finds a browser or installs one: Playwright's own, else Debian's package when we are root. Where
 * Debian's Chromium stands alone, the package without windows is added if that may be.
 * @throws Error saying what to do by hand when neither works.
 */
export function installChromium(): string {
  const install = ['install', '-y', '--no-install-recommends'];
  if (findChromium() === '/usr/bin/chromium')
    tryTo('apt-get', ...install, 'chromium-headless-shell');
  const attempts = [
    ['npx', 'playwright', 'install', 'chromium'],
    ['apt-get', 'update'],
    ['apt-get', ...install, 'chromium-headless-shell'],
    ['apt-get', ...install, 'chromium'],
  ];
  for (const [command = '', ...args] of attempts) if (!findChromium()) tryTo(command, ...args);
  const found = findChromium();
  if (found) return found;
  throw new Error(
    'No Chromium found, and none could be installed. Run "npx playwright install chromium", or ' +
      "install your system's chromium package, or set CHROMIUM_PATH to one; then run npm test again.",
  );
}

function tryTo(command: string, ...args: string[]): void {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 600_000 });
  } catch {
    // Another way may work.
  }
}
