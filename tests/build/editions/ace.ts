import { readFileSync } from 'node:fs';
import ace, { type AxeRunner } from '@daisy/ace-core';
import { type Browser, chromium } from '@playwright/test';
import { chromiumOptions } from '../../../src/cli/browser.ts';

/**
 * What DAISY's Ace finds in a book, a line each: document, rule, markup. Ace's own runners bring
 * Electron or Puppeteer with a browser of theirs; this one uses the browser of the other tests.
 */
export async function runAce(epub: string, outdir: string): Promise<string[]> {
  const options = { cwd: process.cwd(), outdir, silent: true, initLogger: true };
  const [, report] = await ace(epub, options, makeRunner());
  return report.assertions.flatMap(({ 'earl:testSubject': { url }, assertions }) =>
    assertions.map(
      (one) => `${url}: ${one['earl:test']['dct:title']}: ${one['earl:result'].html ?? ''}`,
    ),
  );
}

function makeRunner(): AxeRunner {
  let browser: Browser | undefined;
  return {
    concurrency: 2,
    launch: async () => {
      browser = await chromium.launch(chromiumOptions());
    },
    close: async () => {
      await browser?.close();
    },
    run: async (url, scripts, contents) => {
      if (!browser) throw new Error('Ace runs a document before it launches the browser.');
      const page = await browser.newPage();
      for (const content of contents) await page.addInitScript(content);
      await page.goto(url);
      // Evaluated, not added as elements: the document under test stays as it is.
      for (const path of scripts) await page.evaluate(readFileSync(path, 'utf8'));
      const found = await page.evaluate(askAce);
      await page.close();
      return found;
    },
  };
}

/** Runs in the page. */
function askAce(): Promise<unknown> {
  const { daisy } = globalThis as unknown as {
    daisy: { ace: { run(done: (error: unknown, found: unknown) => void): void } };
  };
  return new Promise((resolve, reject) => {
    daisy.ace.run((error, found) => {
      if (error) reject(new Error(String(error)));
      else resolve(found);
    });
  });
}
