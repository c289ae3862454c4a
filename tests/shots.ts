import { mkdirSync, rmSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumOptions } from '../src/cli/browser.ts';
import { pages } from './pages.ts';
import { serveSite } from './server.ts';
import { themes, widths } from './views.ts';

/**
 * Takes screenshots of every page of dist/ in shots/, at 360, 768 and 1440 px in light and dark, and prints
 * each as a PDF. `npm run shots -- faq glossary` takes only pages whose path contains one of the words.
 */

const folder = 'shots';
const wanted = process.argv.slice(2);

const paths = pages().filter(
  (path) => wanted.length === 0 || wanted.some((word) => path.includes(word)),
);
if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const server = await serveSite('dist');
const browser = await chromium.launch(chromiumOptions());
for (const path of paths) await photograph(browser, path);
await browser.close();
await server.close();
console.log(`${String(paths.length)} pages photographed to ${folder}/`);

async function photograph(browser: Browser, path: string): Promise<void> {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  const name = path.replace(/^\/|\/$|\.html$/g, '').replaceAll('/', '-') || 'home';
  await page.goto(server.url + path.slice(1));
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({
        path: `${folder}/${name}-${String(width)}-${colorScheme}.png`,
        fullPage: true,
      });
    }
  }
  await print(page, `${folder}/${name}-print.pdf`);
  await page.close();
}

async function print(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.pdf({ path, format: 'A4', preferCSSPageSize: false });
}
