import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';
import { themes } from '../views.ts';

/**
 * Compares a few views with the screenshots in tests/visual/pictures/. The tolerance covers only differences in
 * text anti-aliasing between machines; colours, spacing and drawings must match. After an intended change,
 * update the screenshots and review them: `npx playwright test tests/visual --update-snapshots`.
 */
const ofPage = { threshold: 0.25, maxDiffPixelRatio: 0.02 };
/** Text covers more of a small view. */
const ofPart = { threshold: 0.25, maxDiffPixelRatio: 0.04 };

type Scheme = (typeof themes)[number];

// The title font has `font-display: optional`; here it must load.
test.use({ bypassCSP: true });
test.beforeEach(async ({ page }) => {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    const html = (await response.text()).replaceAll('font-display:optional', 'font-display:block');
    return route.fulfill({ response, body: html });
  });
  // Fixes the order of a question's answers.
  await page.addInitScript(() => {
    localStorage.setItem('sb:seed', '7');
  });
});

const openings: [path: string, width: number, scheme: Scheme][] = [
  ['/', 360, 'dark'],
  ['/', 1440, 'light'],
  ['/attunement/', 768, 'light'],
  ['/attunement/', 1440, 'dark'],
];

for (const [path, width, scheme] of openings) {
  const name = `${path === '/' ? 'home' : path.slice(1, -1)}-${String(width)}-${scheme}.png`;
  test(`${name}: the top of the page`, async ({ page }) => {
    await open(page, path, width, scheme);
    await expect(page).toHaveScreenshot(name, ofPage);
  });
}

const parts: [name: string, path: string, selector: string, width: number][] = [
  ['landscape', '/', 'main svg', 768],
  ['pattern-map', '/attachment-styles/', 'figure', 768],
  ['still-face', '/mis-attunement/', 'figure >> nth=1', 768],
  ['question', '/secure-attachment/', '.sb-quiz.is-live .sb-question', 360],
  ['footer', '/about/', '.sb-footer', 1440],
];

for (const [name, path, selector, width] of parts) {
  for (const scheme of themes) {
    test(`${name} in ${scheme}`, async ({ page }) => {
      await open(page, path, width, scheme);
      for (const island of await page.locator('astro-island').all())
        await island.scrollIntoViewIfNeeded();
      await expect(page.locator(selector).first()).toHaveScreenshot(
        `${name}-${scheme}.png`,
        ofPart,
      );
    });
  }
}

test('the search dialog before a word is typed', async ({ page }) => {
  await open(page, '/faq/', 768, 'light');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toHaveScreenshot('search.png', ofPart);
});

async function open(page: Page, path: string, width: number, colorScheme: Scheme): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.goto(path);
}
