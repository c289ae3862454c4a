import { expect } from '../../journey.ts';
import { test } from './served.ts';

const failed = /console: Failed to load resource.*404/;

for (const base of ['/', '/a/b/c/']) {
  test.describe(`a missing page below ${base}`, () => {
    test.use({ habits: { base } });

    for (const path of ['nope', 'nope/deep/', 'faq/nope/x.html', 'a/b/c/nope']) {
      test(`${path} links to home, search and topics`, async ({ page, server, reports }) => {
        reports.expect(failed);
        await page.goto(server.url + path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('data-root', base);
        const links = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
        );
        expect(links).toContain(server.url);
        const inside = links.filter((link) => link.startsWith('http://127.0.0.1'));
        expect(inside.filter((link) => !link.startsWith(server.url))).toEqual([]);
        await page.locator(`a[href="${base}"]`).first().click();
        await expect(page).toHaveURL(server.url);
      });
    }

    test('it is styled and its scripts run', async ({ page, server, reports }) => {
      reports.expect(failed);
      await page.goto(`${server.url}no/such/page`);
      await expect(page.locator('html')).toHaveAttribute('data-root', base);
      const plain = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
      expect(plain).not.toMatch(/^"?Times/);
      const loaded = await page.evaluate(() =>
        [...document.head.querySelectorAll('script[src]')].map((script) =>
          script.getAttribute('src'),
        ),
      );
      const fonts = () =>
        page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
      await expect.poll(fonts).toBeGreaterThan(1);
      expect(loaded.length).toBeGreaterThan(0);
      for (const src of loaded) expect(src?.startsWith(base)).toBe(true);
      const icon = page.locator('link[rel~="icon"]').last();
      const address = await icon.evaluate((link) => (link as HTMLLinkElement).href);
      expect((await page.request.get(address)).ok()).toBe(true);
    });
  });
}

test.describe('a missing page without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('links home at any depth of a domain’s root', async ({ page, server, reports }) => {
    reports.expect(failed);
    await page.goto(`${server.url}no/such/page`);
    await page.locator('a[href="/"]').first().click();
    await expect(page).toHaveURL(server.url);
  });
});

test.describe('a server that responds to every URL with a page', () => {
  test('does not pass for a site’s root', async ({ page, server, reports }) => {
    reports.expect(failed);
    await page.route('**/nope/site-root.txt', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto(`${server.url}nope/deep`);
    await expect(page.locator('html')).toHaveAttribute('data-root', '/');
  });
});
