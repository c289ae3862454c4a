import { expect, test as base, type Page } from '@playwright/test';
import { serveSite, type TestServer } from '../../server.ts';
import { copyBuild, type Published } from './published.ts';

/**
 * Each test has its own site on a server that can fail. Browsers log network failures as errors, so these tests do
 * not use the watch of tests/journey.ts.
 */
export const test = base.extend<{ site: Published; server: TestServer }, { copy: Published }>({
  serviceWorkers: 'allow',
  copy: [
    async ({}, use) => {
      const copy = copyBuild();
      await use(copy);
      copy.remove();
    },
    { scope: 'worker' },
  ],
  site: async ({ copy }, use) => {
    await use(copy);
    copy.restore();
  },
  server: async ({ site }, use) => {
    const server = await serveSite(site.dir, { cache: 'no-cache' });
    await use(server);
    await server.close();
  },
});

export { expect };

/** Opens a page and waits until the whole site is cached. */
export async function install(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page.locator('.sb-offline')).toBeVisible();
}

/** Waits until files that are cached last are cached, too. */
export async function waitForRest(page: Page): Promise<void> {
  const isWhole = () =>
    page.evaluate(async () => {
      const url = (path: string) => new URL(path, location.origin).href;
      const list = await caches.match(url('offline/files.json'));
      const { files, pack } = (await list?.json()) as {
        files: Record<string, string>;
        pack: { entries: [string, number][] };
      };
      const packed = new Set(pack.entries.map(([path]) => path));
      const single = Object.keys(files).filter((path) => !packed.has(path));
      const kept = await Promise.all(single.map((path) => caches.match(url(path))));
      return kept.every(Boolean);
    });
  await expect.poll(isWhole).toBe(true);
}

/** Makes the browser check for a new version, as it does on a later visit. */
export async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
  });
}

/** Names of the caches of the page's origin. */
export function cacheNames(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await caches.keys()).sort());
}

/** The button that activates the new version. */
export function updateButton(page: Page) {
  return page.getByRole('button', { name: /new version/ });
}
