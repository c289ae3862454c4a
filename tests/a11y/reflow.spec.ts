import { expect, test } from '../journey.ts';
import { pages } from '../pages.ts';

/** 1280 px at a zoom of 400 % are 320 CSS px (WCAG 2.2, 1.4.10). */
test.use({ viewport: { width: 320, height: 256 } });

for (const path of pages()) {
  test(`${path} needs no sideways scrolling at 400 % zoom`, async ({ page }) => {
    await page.goto(path);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
  });
}

test('a reader at 400 % zoom gets from the contents to a section and on to the next page', async ({
  page,
}) => {
  await page.goto('/attunement/');
  await page.getByRole('button', { name: 'Contents' }).click();
  const sections = page.getByRole('navigation', { name: 'On this page' });
  await sections.getByRole('link', { name: 'How to practise it' }).click();
  await expect(page.getByRole('heading', { name: 'How to practise it' })).toBeInViewport();
  await page
    .getByRole('link', { name: /Mis-attunement and repair/ })
    .last()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mis-attunement and repair');
});
