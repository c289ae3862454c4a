import type { Page } from '@playwright/test';

/** The results in the search dialog. */
export interface DialogAnswer {
  /** Slugs of the pages that the results link to, best first, each once. */
  pages: string[];
  /** From the last key to the results, in milliseconds, including the pause for typing. */
  time: number;
}

/** Opens the dialog. */
export async function openDialog(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.waitForSelector('#sb-search-input');
}

/** Types a query into the open dialog, key by key, and reads the results. */
export async function searchInDialog(page: Page, query: string): Promise<DialogAnswer> {
  const input = page.locator('#sb-search-input');
  await input.fill('');
  await input.pressSequentially(query);
  const time = await page.evaluate(async () => {
    const start = performance.now();
    const listbox = document.querySelector('#sb-search-results');
    while (listbox?.hasAttribute('aria-busy')) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return performance.now() - start;
  });
  const pages = await page.$$eval('#sb-search-results > a', (links) =>
    links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
  return { pages: [...new Set(pages.map((path) => path.replaceAll(/^\/|\/$/g, '')))], time };
}

/** Opens the dialog, fills in a query and returns when the first result was shown (Unix time in ms). */
export async function firstResult(page: Page, query: string): Promise<number> {
  await openDialog(page);
  const shown = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const listbox = document.querySelector('#sb-search-results');
        if (!listbox) return;
        new MutationObserver(() => {
          if (listbox.childElementCount > 0) resolve(Date.now());
        }).observe(listbox, { childList: true });
      }),
  );
  await page.locator('#sb-search-input').fill(query);
  return shown;
}
