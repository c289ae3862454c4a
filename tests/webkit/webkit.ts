import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Builder, type WebDriver } from 'selenium-webdriver';
import { installPackages } from '../debian.ts';
import { freePort } from '../free-port.ts';

/** What a session shows and has. */
export interface View {
  /** Width of the page in CSS px; below 450 a window without a bar is opened for it. */
  width: number;
  height: number;
  theme: 'light' | 'dark';
  /** Features of the engine to switch, such as `-PopoverAttribute`, to be like an older Safari. */
  features?: string;
}

/** A running WebKit. */
export interface WebKit {
  driver: WebDriver;
  close(): Promise<void>;
}

const run = promisify(execFile);

const needed = [
  ['WebKitWebDriver', 'webkit2gtk-driver'],
  ['Xvfb', 'xvfb'],
  ['dbus-run-session', 'dbus'],
  ['pdftotext', 'poppler-utils'],
] as const;
/** What Python prints with; they bring no program by which to tell whether they are there. */
const toPrint = ['python3-gi', 'gir1.2-webkit2-4.1'];
const browser = [
  process.env['MINIBROWSER_PATH'],
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
];

/**
 * Starts WebKitGTK, Safari's engine, on a screen of its own and opens a window of the view's size.
 * @throws Error that says what to do where it is missing and cannot be installed.
 */
export async function startWebKit({ width, height, theme, features }: View): Promise<WebKit> {
  const binary = findBrowser();
  const home = mkdtempSync(join(tmpdir(), 'webkit-'));
  const children: ChildProcess[] = [];
  const display = await startScreen(children);
  const port = await freePort();
  children.push(startDriver(port, display, home));
  const server = `http://127.0.0.1:${String(port)}`;
  await untilReady(`${server}/status`);
  const args = [
    '--automation',
    '--javascript-can-open-windows-automatically=true',
    ...(theme === 'dark' ? ['--dark-mode'] : []),
    ...(features ? [`--features=${features}`] : []),
  ];
  const driver = await new Builder()
    .usingServer(server)
    .disableEnvironmentOverrides()
    .withCapabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args } })
    .build();
  await openWindow(driver, width, height);
  return {
    driver,
    close: async () => {
      await driver.quit();
      for (const { pid } of children) if (pid) process.kill(-pid);
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What WebKit printed of a page on A4. */
export interface Printed {
  sheets: number;
  /** Words that reach over the right edge. */
  cut: string[];
}

/** Prints pages in a window of 1,280 px. The server may be in this process: it goes on answering. */
export async function printPages(addresses: string[]): Promise<Printed[]> {
  findBrowser();
  const home = mkdtempSync(join(tmpdir(), 'webkit-'));
  const children: ChildProcess[] = [];
  const env = environment(await startScreen(children), home);
  const files = addresses.map((_, at) => join(home, `${String(at)}.pdf`));
  const jobs = addresses.flatMap((address, at) => [address, files[at] ?? '']);
  try {
    const script = join(import.meta.dirname, 'print.py');
    await run('dbus-run-session', ['--', '/usr/bin/python3', script, ...jobs], { env });
    return await Promise.all(files.map(readPrinted));
  } finally {
    for (const { pid } of children) if (pid) process.kill(-pid);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function readPrinted(file: string): Promise<Printed> {
  const { stdout } = await run('pdftotext', ['-bbox', file, '-'], { maxBuffer: 1e8 });
  const width = Number(/<page width="([\d.]+)"/.exec(stdout)?.[1]);
  const words = [...stdout.matchAll(/xMax="([\d.]+)"[^>]*>([^<]*)</g)];
  return {
    sheets: stdout.match(/<page /g)?.length ?? 0,
    cut: words.flatMap(([, right, word]) => (Number(right) > width && word ? [word] : [])),
  };
}

function findBrowser(): string {
  const find = () => browser.find((path) => path && existsSync(path));
  const hasAll = () => find() && needed.every(([program]) => isInstalled(program));
  const packages = [...needed.map(([, name]) => name), ...toPrint];
  if (!hasAll()) {
    try {
      installPackages(packages);
    } catch {
      // The message below says what to do.
    }
  }
  const found = find();
  if (found && hasAll()) return found;
  throw new Error(
    `WebKitGTK is missing. Fix: as root on Debian, apt-get install ${packages.join(' ')}; where its ` +
      'MiniBrowser lies elsewhere, set MINIBROWSER_PATH.',
  );
}

function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));
}

/** Starts a screen in memory and tells its name, such as `:99`. */
async function startScreen(children: ChildProcess[]): Promise<string> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1400x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  children.push(screen);
  const name = await new Promise<string>((done, fail) => {
    screen.stdio[3]?.once('data', (data) => {
      done(String(data).trim());
    });
    screen.once('exit', () => {
      fail(new Error('Xvfb ended before it had a screen.'));
    });
  });
  return `:${name}`;
}

function startDriver(port: number, display: string, home: string): ChildProcess {
  return spawn(
    'dbus-run-session',
    ['--', 'WebKitWebDriver', `--port=${String(port)}`, '--host=local', '--replace-on-new-session'],
    { stdio: 'ignore', detached: true, env: environment(display, home) },
  );
}

/** Settings of a desktop of its own in `home`, without graphics hardware. */
function environment(display: string, home: string): NodeJS.ProcessEnv {
  mkdirSync(join(home, 'gtk-3.0'));
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  // Hinted letters are up to a tenth wider than those on a phone.
  writeFileSync(
    join(home, 'gtk-3.0/settings.ini'),
    '[Settings]\ngtk-xft-hinting=0\ngtk-xft-hintstyle=hintnone\n',
  );
  return {
    ...process.env,
    DISPLAY: display,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
    LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    GDK_BACKEND: 'x11',
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '1',
    LC_ALL: 'C.UTF-8',
  };
}

async function untilReady(address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('WebKitWebDriver did not answer.');
}

/** The browser's bar makes a window wider than a phone, so the page gets a window without one. */
async function openWindow(driver: WebDriver, width: number, height: number): Promise<void> {
  const size = `width=${String(width)},height=${String(height)}`;
  const before = await driver.getAllWindowHandles();
  await driver.executeScript(
    `open('about:blank', '_blank', '${size},toolbar=no,menubar=no,location=no')`,
  );
  const handles = await driver.wait(async () => {
    const now = await driver.getAllWindowHandles();
    return now.length > before.length && now;
  });
  const opened = (handles || []).find((handle) => !before.includes(handle));
  if (!opened) throw new Error('No window opened.');
  await driver.switchTo().window(opened);
}
