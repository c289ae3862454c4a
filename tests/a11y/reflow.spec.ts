import { expect, test } from '../journey.ts';

/** 1280 px at a zoom of 400 % are 320 CSS px (WCAG 2.2, 1.4.10). */
test.use({ viewport: { width: 320, height: 256 } });

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
