import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Paths of Chromium on common systems; the headless shell is first, since it takes a third of the time. */
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
  // Font hinting in headless mode makes text wider than on readers' screens.
  '--font-render-hinting=none',
];

/** Path of Chromium: Playwright's own if it is installed, else the system's. */
function findChromium(): string | undefined {
  return [chromium.executablePath(), ...systemBrowsers].find((path) => path && existsSync(path));
}

/** Launch options for Playwright; a missing browser is reported by `installChromium`, not here. */
export function chromiumOptions() {
  const executablePath = findChromium();
  return { args: quietFlags, ...(executablePath && { executablePath }) };
}

/**
 * Finds Chromium or installs it: Playwright's own, else Debian's package, which needs root. If only
 * Debian's full Chromium is there, it tries to add the headless shell.
 * @throws Error with the steps to do by hand when all of this fails.
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
    // The next attempt may work.
  }
}
