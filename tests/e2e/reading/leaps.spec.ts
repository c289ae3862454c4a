import type { Page } from '@playwright/test';
import { expect, test } from '../../journey.ts';
import { settle } from '../../watch.ts';

/** Places below what is laid out only when the reader comes near. */
const places = [
  '/mis-attunement/#references',
  '/attachment-styles/#references',
  '/faq/#ref-whipple2011autonomy',
  '/references/#ref-mccarthy1999style',
  '/glossary/#interdependence',
];

for (const width of [360, 1440]) {
  test.describe(`at ${String(width)} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    for (const place of places) {
      test(`${place} is where its address leads`, async ({ page }) => {
        const [path = '', id = ''] = place.split('#');
        await page.goto(path);
        await page.evaluate((hash) => {
          location.hash = hash;
        }, id);
        await expectAtTop(page, id);
        await page.goto('about:blank');
        await page.goto(place);
        await expectAtTop(page, id);
      });
    }
  });
}

/** The element stands below the page's header, and stays there. */
async function expectAtTop(page: Page, id: string): Promise<void> {
  const top = () =>
    page.evaluate((one) => document.getElementById(one)?.getBoundingClientRect().top, id);
  await expect.poll(top).toBeLessThan(130);
  await settle(page);
  expect(await top()).toBeGreaterThan(0);
  expect(await top()).toBeLessThan(130);
}
