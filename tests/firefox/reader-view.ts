import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Socket, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../free-port.ts';

/** Headings that a page has in Firefox's reader view, and all its text. */
interface ReaderView {
  headings: string[];
  text: string;
}

/**
 * Reads pages in Firefox's own reader view. Puppeteer may not open it, so this speaks Marionette, the
 * protocol of Firefox's own tests: JSON with its length before it.
 */
export async function readInReaderView(firefox: string, urls: string[]): Promise<ReaderView[]> {
  const profile = mkdtempSync(join(tmpdir(), 'secure-base-firefox-'));
  const port = await freePort();
  writeFileSync(join(profile, 'user.js'), `user_pref("marionette.port", ${String(port)});\n`);
  const options = ['--headless', '--marionette', '--remote-allow-system-access'];
  const child = spawn(firefox, [...options, '--profile', profile]);
  const socket = await open(port);
  try {
    const ask = speak(socket);
    await ask('WebDriver:NewSession', {});
    await ask('WebDriver:SetTimeouts', { script: 30_000, pageLoad: 60_000 });
    const views: ReaderView[] = [];
    for (const url of urls) {
      await ask('Marionette:SetContext', { value: 'chrome' });
      const address = `about:reader?url=${encodeURIComponent(url)}`;
      await ask('WebDriver:ExecuteAsyncScript', { script: openAddress, args: [address] });
      await ask('Marionette:SetContext', { value: 'content' });
      const { value } = await ask('WebDriver:ExecuteAsyncScript', {
        script: readArticle,
        args: [],
      });
      views.push(value as ReaderView);
    }
    return views;
  } finally {
    socket.destroy();
    child.kill();
    await new Promise((done) => child.once('exit', done));
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Run with the browser's own rights, since pages and drivers may not open its own addresses. */
const openAddress = `
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  const [address, done] = arguments;
  const browser = gBrowser.selectedBrowser;
  browser.fixupAndLoadURIString(address, { triggeringPrincipal });
  const look = () => {
    const isThere = browser.currentURI.spec === address && !browser.webProgress.isLoadingDocument;
    if (isThere) done();
    else setTimeout(look, 100);
  };
  look();`;

/** Waits for the article, which comes some time after the reader view itself. */
const readArticle = `
  const done = arguments[arguments.length - 1];
  const look = () => {
    const article = document.querySelector('.moz-reader-content');
    if (!article?.firstElementChild) return void setTimeout(look, 100);
    const headings = [...article.querySelectorAll('h2, h3, h4')].map((one) => one.textContent);
    done({ headings, text: article.textContent });
  };
  look();`;

async function open(port: number): Promise<Socket> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await new Promise<Socket>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => {
          resolve(socket);
        });
        socket.once('error', reject);
      });
    } catch (error) {
      if (attempt > 240) throw error;
      await setTimeout(250);
    }
  }
}

/** Sends a command and waits for its answer. @throws Error with what Firefox says is wrong. */
function speak(socket: Socket) {
  let buffer = Buffer.alloc(0);
  let id = 0;
  const waiting = new Map<number, (error: unknown, result: unknown) => void>();
  socket.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (let colon = buffer.indexOf(':'); colon > 0; colon = buffer.indexOf(':')) {
      const end = colon + 1 + Number(buffer.subarray(0, colon).toString());
      if (buffer.length < end) return;
      const message = JSON.parse(buffer.subarray(colon + 1, end).toString()) as unknown;
      buffer = buffer.subarray(end);
      if (!Array.isArray(message)) continue;
      const [, answered, error, result] = message as [number, number, unknown, unknown];
      waiting.get(answered)?.(error, result);
    }
  });
  return (command: string, parameters: object) =>
    new Promise<{ value?: unknown }>((resolve, reject) => {
      const text = JSON.stringify([0, ++id, command, parameters]);
      waiting.set(id, (error, result) => {
        if (error) reject(new Error(`${command}: ${JSON.stringify(error)}`));
        else resolve((result ?? {}) as { value?: unknown });
      });
      socket.write(`${String(Buffer.byteLength(text))}:${text}`);
    });
}
