import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import puppeteer, { type Page } from 'puppeteer-core';
import { answerOne, openAll, searchFor } from '../firefox/journeys.ts';
import { findFaults, errorRecorder } from '../page-faults.ts';
import { pages } from '../pages.ts';
import { serveSite } from '../server.ts';

/**
 * Reads the site in Chrome 119, the last for Android 7, as on a phone: `npm run test:old-browsers`,
 * after a build, on Linux x64. The browser is taken from OLD_CHROME_PATH, or from the npm package
 * @sparticuz/chromium, which is kept in .cache.
 */
const counts = { passed: 0, failed: 0 };
const server = await serveSite('dist', {
  alter: (html) => html.replace('<head>', `<head>${errorRecorder}`),
});
const address = (path: string) => server.url + path.slice(1);
const all = pages().filter((path) => path !== '/404.html');

const browser = await puppeteer.launch({
  executablePath: findOldChrome(),
  headless: 'shell',
  args: ['--no-sandbox', '--disable-gpu', '--no-zygote', '--single-process'],
});
console.log(await browser.version());
const page = await browser.newPage();
page.setDefaultTimeout(30_000);
await page.setViewport({ width: 390, height: 844, hasTouch: true, isMobile: true });

for (const theme of ['light', 'dark']) {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await check(`${theme}: every page opens whole and can be read`, async () => {
    for (const path of all) {
      await openAll(page, [address(path)]);
      const faults = await page.evaluate(findFaults);
      if (faults.length > 0) throw new Error(`${path}: ${faults.join('; ')}`);
    }
  });
}
await check('search finds what is spelt right, and what is not', async () => {
  await searchFor(page, address('/faq/'), 'still face');
  await searchFor(page, address('/faq/'), 'avoident');
  await page.waitForFunction(() =>
    document.querySelector('.sb-search-said')?.textContent.includes('avoidant'),
  );
});
await check('a quiz answers, and remembers', () => answerOne(page, address('/secure-attachment/')));
await check('a card opens inside the window, and closes', () => openCard(page));

await browser.close();
await server.close();
console.log(`\n${String(counts.passed)} passed, ${String(counts.failed)} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

async function check(name: string, journey: () => Promise<void>): Promise<void> {
  try {
    await journey();
    counts.passed++;
    console.log(`${name}: ok`);
  } catch (error) {
    counts.failed++;
    console.log(`${name}: FAILED\n  ${(error as Error).message}`);
  }
}

async function openCard(page: Page): Promise<void> {
  await page.goto(address('/attunement/'));
  await page.locator('.sb-prose p .sb-cite').click();
  const card = await page.waitForSelector('.sb-cited:popover-open');
  const box = await card?.boundingBox();
  if (!box || box.y < 0 || box.y + box.height > 844.5) throw new Error(JSON.stringify(box));
  await page.locator('.sb-cited .sb-close').click();
  await page.waitForSelector('.sb-cited:popover-open', { hidden: true });
}

/** @throws Error that says what to do where there is none, and it cannot be downloaded. */
function findOldChrome(): string {
  const given = process.env['OLD_CHROME_PATH'];
  if (given) return given;
  const folder = resolve('.cache/old-chrome');
  const program = `${folder}/chromium`;
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  try {
    const at = { cwd: folder, encoding: 'utf8' } as const;
    const packed = execFileSync('npm', ['pack', '--silent', '@sparticuz/chromium@119.0.2'], at);
    execFileSync('tar', ['xzf', packed.trim()], at);
  } catch (cause) {
    const fix = 'Fix: set OLD_CHROME_PATH to a Chrome 119 or older, or allow npm to download.';
    throw new Error(`No old Chrome. ${fix}`, { cause });
  }
  const bytes = readFileSync(`${folder}/package/bin/chromium.br`);
  writeFileSync(program, brotliDecompressSync(bytes));
  chmodSync(program, 0o755);
  return program;
}
