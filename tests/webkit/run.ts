import { deepEqual, equal } from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { WebDriver } from 'selenium-webdriver';
import { errorRecorder } from '../page-faults.ts';
import { pages } from '../pages.ts';
import { serveSite } from '../server.ts';
import { unpackEdition } from '../unpack.ts';
import {
  answerQuiz,
  openCards,
  openContents,
  readPage,
  readWithoutPopovers,
  search,
  stayOffline,
} from './journeys.ts';
import { printPages, startWebKit, type View } from './webkit.ts';

/**
 * Reads the site in WebKitGTK, the engine of Safari: `npm run test:webkit`, after a build. Every page
 * in two widths and both themes, search, cards, a quiz, and the same offline and as the double-click
 * edition; once more like Safari 16, without popovers. It installs Debian's packages where it may.
 */
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
const counts = { passed: 0, failed: 0 };
const all = pages().filter((path) => path !== '/404.html');

const watched = await serveSite('dist', {
  alter: (html) => html.replace('<head>', `<head>${errorRecorder}`),
});
const address = (path: string) => watched.url + path.slice(1);

for (const view of [
  { ...phone, theme: 'light' },
  { ...phone, theme: 'dark' },
  { ...desk, theme: 'light' },
  { ...desk, theme: 'dark' },
] satisfies View[]) {
  await inWebKit(view, async (check) => {
    await check('every page', async (driver) => {
      for (const path of all) await readPage(driver, address(path));
    });
    await check('search', (driver) => search(driver, address('/faq/')));
    await check('cards', (driver) => openCards(driver, address('/attunement/')));
    await check('a quiz', (driver) => answerQuiz(driver, address('/secure-attachment/')));
    if (view.width < 500)
      await check('the contents', (driver) => openContents(driver, address('/attunement/')));
  });
}
await inWebKit(
  { ...phone, theme: 'light', features: '-PopoverAttribute,-CSSAnchorPositioning' },
  async (check) => {
    await check('without popovers', async (driver) => {
      for (const path of ['/attunement/', '/faq/'])
        await readWithoutPopovers(driver, address(path));
    });
  },
);
await report('on paper', async () => {
  const [five, lesson, topic] = await printPages(
    ['/handouts/five-things/', '/handouts/classroom/', '/attunement/'].map(address),
  );
  equal(five?.sheets, 1, 'sheets of /handouts/five-things/');
  equal(lesson?.sheets, 2, 'sheets of /handouts/classroom/');
  deepEqual(topic?.cut, [], 'words over the edge of /attunement/');
});
await watched.close();

await inWebKit({ ...desk, theme: 'light' }, async (check) => {
  const root = `${unpackEdition('Été dans WebKit #1 100%')}/`;
  await check('from a folder: every page', async (driver) => {
    for (const path of all) await readPage(driver, `${root}${path.slice(1)}index.html`);
  });
  await check('from a folder: search', (driver) => search(driver, `${root}faq/index.html`));
  await check('from a folder: a quiz', (driver) =>
    answerQuiz(driver, `${root}secure-attachment/index.html`),
  );
  rmSync(new URL('..', root), { recursive: true, force: true });
  const server = await serveSite('dist', { base: '/a/b/c/' });
  await check('offline', (driver) => stayOffline(driver, server.url, () => server.close()));
});

console.log(`\n${String(counts.passed)} passed, ${String(counts.failed)} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

type Check = (name: string, journey: (driver: WebDriver) => Promise<void>) => Promise<void>;

/** Runs journeys in one session; each is reported, and a failed one leaves the others to be run. */
async function inWebKit(view: View, journeys: (check: Check) => Promise<void>): Promise<void> {
  const { driver, close } = await startWebKit(view);
  const name = `${String(view.width)} px, ${view.theme}`;
  await journeys((what, journey) => report(`${name}: ${what}`, () => journey(driver)));
  await close();
}

async function report(name: string, check: () => Promise<void>): Promise<void> {
  try {
    await check();
    counts.passed++;
    console.log(`${name}: ok`);
  } catch (error) {
    counts.failed++;
    console.log(`${name}: FAILED\n  ${(error as Error).message}`);
  }
}
