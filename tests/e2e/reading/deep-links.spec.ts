import type { Page } from '@playwright/test';
import { expect, test } from '../../journey.ts';
import { settle } from '../../watch.ts';

/** Targets below content whose layout is deferred by content-visibility. */
const targets = [
  '/mis-attunement/#references',
  '/attachment-styles/#references',
  '/faq/#ref-whipple2011autonomy',
  '/faq/#cite-70',
  '/faq/#students',
  '/references/#ref-mccarthy1999style',
  '/glossary/#interdependence',
];

for (const width of [360, 1440]) {
  test.describe(`at ${String(width)} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    for (const target of targets) {
      test(`${target} is scrolled to`, async ({ page }) => {
        const [path = '', id = ''] = target.split('#');
        await page.goto(path);
        await page.evaluate((hash) => {
          location.hash = hash;
        }, id);
        await expectAtTop(page, id);
        await page.goto('about:blank');
        await page.goto(target);
        await expectAtTop(page, id);
      });
    }
  });
}

test('a heading’s link is copied, says so, and has its own name again after two clicks', async ({
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/mis-attunement/');
  const anchor = page.locator('.sb-anchor').first();
  const name = (await anchor.getAttribute('aria-label')) ?? '';
  expect(name).not.toBe('');
  await anchor.click();
  await expect(anchor).toHaveAttribute('aria-label', 'Link copied');
  await anchor.click();
  const href = await anchor.evaluate((link: HTMLAnchorElement) => link.href);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(href);
  await expect(anchor).toHaveAttribute('aria-label', name);
  await expect(anchor).toHaveText('');
});

/** Expects the element directly below the page's header, also after late layout. */
async function expectAtTop(page: Page, id: string): Promise<void> {
  const top = () =>
    page.evaluate((one) => document.getElementById(one)?.getBoundingClientRect().top, id);
  await expect.poll(top).toBeLessThan(130);
  await settle(page);
  expect(await top()).toBeGreaterThan(0);
  expect(await top()).toBeLessThan(130);
}
