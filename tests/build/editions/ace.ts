import { readFileSync } from 'node:fs';
import ace, { type AxeRunner } from '@daisy/ace-core';
import { type Browser, chromium, type Page } from '@playwright/test';
import { markNewLooks, readLooks } from '../../a11y/faults.ts';
import { launchOptions } from '../../launch-options.ts';

/**
 * Returns the problems that DAISY's Ace finds in a book, one line each: document, rule, markup. Ace's own runners
 * need Electron or Puppeteer with their own browser; this one uses the browser of the other tests.
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
  const idle: Page[] = [];
  const looks = new Set<string>();
  const open = async (contents: string[]) => {
    if (!browser) throw new Error('Ace runs a document before it launches the browser.');
    const page = await browser.newPage();
    for (const content of contents) await page.addInitScript(content);
    return page;
  };
  return {
    concurrency: 2,
    launch: async () => {
      browser = await chromium.launch(launchOptions());
    },
    close: async () => {
      await browser?.close();
    },
    run: async (url, scripts, contents) => {
      const page = idle.pop() ?? (await open(contents));
      await page.goto(url);
      // Evaluated instead of added as elements, so that the document does not change.
      for (const path of scripts) await page.evaluate(readFileSync(path, 'utf8'));
      // The contrast of each look is checked once.
      const isNew = await page.evaluate(markNewLooks, { known: [...looks] });
      for (const look of await page.evaluate(readLooks)) looks.add(look);
      const found = await page.evaluate(askAce, isNew);
      idle.push(page);
      return found;
    },
  };
}

/**
 * Runs in the page. Ace reports only violations, so passes are limited to one element per rule.
 */
function askAce(withColours: boolean): Promise<unknown> {
  type Done = (error: unknown, found: unknown) => void;
  interface Options {
    rules: Record<string, { enabled: boolean }>;
  }
  const { axe, daisy } = globalThis as unknown as {
    axe: {
      run(options: Options & { resultTypes?: string[] }, done: Done): void;
      configure(options: { rules: { id: string; selector: string }[] }): void;
    };
    daisy: { ace: { run(done: Done): void } };
  };
  const { run } = axe;
  axe.run = ({ rules, ...others }, done) => {
    const chosen = { ...rules, 'color-contrast': { enabled: withColours } };
    axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-new-look]' }] });
    run({ ...others, rules: chosen, resultTypes: ['violations'] }, done);
  };
  return new Promise((resolve, reject) => {
    daisy.ace.run((error, found) => {
      if (error) reject(new Error(String(error)));
      else resolve(found);
    });
  });
}
