import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../../journey.ts';
import { expectReadable } from './readable.ts';

const paths = ['/attunement/', '/quiz/', '/references/'];

/** Saves a page as "web page, complete" does: the current document, and its files in a folder. */
async function saveComplete(page: Page, folder: string): Promise<string> {
  mkdirSync(`${folder}/page_files`, { recursive: true });
  const html = (await page.content()).replace(
    /\b(href|src)="((?:\.\.?\/)*\/?_astro\/[^"]+)"/g,
    (_, name: string, url: string) => {
      const file = basename(url);
      const { pathname } = new URL(url, page.url());
      writeFileSync(`${folder}/page_files/${file}`, readFileSync(`dist${pathname}`));
      return `${name}="./page_files/${file}"`;
    },
  );
  writeFileSync(`${folder}/page.html`, html);
  return pathToFileURL(`${folder}/page.html`).href;
}

/** Saves only the document, as "HTML only" does. */
async function saveAlone(page: Page, folder: string): Promise<string> {
  writeFileSync(`${folder}/alone.html`, await page.content());
  return pathToFileURL(`${folder}/alone.html`).href;
}

/** Saves everything in one file. */
async function saveArchive(page: Page, folder: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
  writeFileSync(`${folder}/page.mhtml`, data);
  return pathToFileURL(`${folder}/page.mhtml`).href;
}

test.describe('a page saved by the browser', () => {
  for (const [how, save] of Object.entries({ complete: saveComplete, alone: saveAlone })) {
    test(`reads when it is opened again: ${how}`, async ({ page, reports }, { outputDir }) => {
      // Browsers load no modules over file://, and log an error.
      reports.expect(/^console: /);
      mkdirSync(outputDir, { recursive: true });
      for (const path of paths) {
        await page.goto(path);
        const saved = await save(page, outputDir);
        await page.goto(saved);
        await expectReadable(page);
        const own = await page.evaluate(() => document.styleSheets.length);
        if (how === 'complete') expect(own).toBeGreaterThan(0);
      }
    });
  }

  test('reads when it is opened again: as an archive', async ({ page, browser }, { outputDir }) => {
    mkdirSync(outputDir, { recursive: true });
    for (const path of paths) {
      await page.goto(path);
      const saved = await saveArchive(page, outputDir);
      const context = await browser.newContext();
      const reopened = await context.newPage();
      await reopened.goto(saved);
      await expectReadable(reopened);
      await context.close();
    }
  });
});
