import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findMissingParts, readPage } from '../article-parts.ts';
import { installPackages } from '../debian.ts';
import { pages } from '../pages.ts';
import { serveSite } from '../server.ts';
import { unpackEdition } from '../unpack.ts';
import { readInReaderView } from './reader-view.ts';
import {
  answerOne,
  keepPlace,
  landOn,
  openAll,
  searchFor,
  setDark,
  stayOffline,
} from './journeys.ts';

/**
 * Reads the site in Firefox, as the double-click edition and from a server under a path:
 * `npm run test:firefox`, after a build. Firefox is taken from FIREFOX_PATH or the system, or
 * installed from Debian's packages where that may be; Playwright's own is a patched one, which no
 * reader has.
 */
const places = [process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox'];
const counts = { passed: 0, failed: 0 };

const executablePath = findFirefox();
const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
console.log(await browser.version());

const root = unpackEdition('Été dans Firefox #1 100%');
await tryAt('from a folder', (path) => `${root}${path}index.html`);

const server = await serveSite('dist', { base: '/a/b/c/' });
const ofServer = (path: string) => server.url + path.slice(1);
await tryAt('from a server', ofServer);
await check('the reader view loses nothing of an article', async () => {
  const articles = pages().filter((path) => readPage(path).includes('class="sb-prose"'));
  const views = await readInReaderView(executablePath, articles.map(ofServer));
  const lost = articles.flatMap((path, at) => {
    const view = views[at];
    return view ? findMissingParts(readPage(path), view).map((part) => `${path} ${part}`) : [path];
  });
  if (lost.length > 0) throw new Error(lost.join('; '));
});
await check('from a server: read again when the server is gone', async (page) => {
  await stayOffline(page, ofServer('/faq/'), () => server.close());
});

await browser.close();
rmSync(new URL(`${root}/..`), { recursive: true, force: true });
console.log(`\n${String(counts.passed)} passed, ${String(counts.failed)} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

async function tryAt(where: string, address: (path: string) => string): Promise<void> {
  const paths = pages().filter((path) => path !== '/404.html');
  await check(`${where}: every page opens whole`, (page) => openAll(page, paths.map(address)));
  await check(`${where}: a quiz answers, and remembers`, (page) =>
    answerOne(page, address('/secure-attachment/')),
  );
  await check(`${where}: an anchor far down is landed on`, async (page) => {
    for (const path of ['/mis-attunement/', '/attachment-styles/'])
      await landOn(page, `${address(path)}#references`);
    await landOn(page, `${address('/references/')}#ref-mccarthy1999style`);
  });
  await check(`${where}: the place in a long page is kept`, (page) =>
    keepPlace(page, address('/faq/')),
  );
  await check(`${where}: the theme is kept`, (page) =>
    setDark(page, address('/faq/'), address('/about/')),
  );
  await check(`${where}: search finds what is there`, async (page) => {
    for (const link of await searchFor(page, address('/faq/'), 'why is my baby crying')) {
      const url = new URL(link.replace(/[?#].*/, ''));
      if (url.protocol === 'file:' ? !existsSync(fileURLToPath(url)) : !(await fetch(url)).ok)
        throw new Error(`A result leads nowhere: ${link}`);
    }
  });
}

/** Runs one journey in a new tab; it fails by an error, or by one that the page itself reports. */
async function check(name: string, journey: (page: Page) => Promise<void>): Promise<void> {
  const page = await open(browser);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`));
  try {
    await journey(page);
  } catch (error) {
    problems.push((error as Error).message);
  }
  await page.close();
  counts[problems.length > 0 ? 'failed' : 'passed']++;
  console.log(`${name}: ${problems.length > 0 ? 'FAILED' : 'ok'}`);
  for (const problem of problems.slice(0, 12)) console.log(`  ${problem}`);
}

async function open(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 800 });
  page.setDefaultTimeout(20_000);
  return page;
}

/** @throws Error that says what to do when there is none, and none could be installed. */
function findFirefox(): string {
  const find = () => places.find((path) => path && existsSync(path));
  const found = find();
  if (found) return found;
  try {
    installPackages(['firefox-esr']);
  } catch {
    // The message below says what to do.
  }
  const installed = find();
  if (installed) return installed;
  throw new Error('No Firefox found: install it, or set FIREFOX_PATH to one.');
}
