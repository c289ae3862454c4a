import { expect, test as base, type Page } from '@playwright/test';
import { serveSite, type TestServer } from '../../server.ts';
import { copyBuild, type Published } from './published.ts';

/**
 * A site of the test's own on a server that can fail. The network here is meant to fail, and
 * browsers report that as errors, so these journeys do without the watch of tests/journey.ts.
 */
export const test = base.extend<{ site: Published; server: TestServer }>({
  serviceWorkers: 'allow',
  site: async ({}, use) => {
    const site = copyBuild();
    await use(site);
    site.remove();
  },
  server: async ({ site }, use) => {
    const server = await serveSite(site.dir, { cache: 'no-cache' });
    await use(server);
    await server.close();
  },
});

export { expect };

/** Opens a page and waits until the whole site is kept. */
export async function install(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page.locator('.sb-offline')).toBeVisible();
}

/** Waits until what can come later has come, too. */
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

/** Asks the browser to look for a new version, as it does by itself on a later visit. */
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

/** The button that brings the new version. */
export function updateButton(page: Page) {
  return page.getByRole('button', { name: /new version/ });
}
