import { middleSection, titleOf } from '../content-facts.ts';
import { expect, test } from '../journey.ts';

/** 1280 px at a zoom of 400 % are 320 CSS px (WCAG 2.2, 1.4.10). */
test.use({ viewport: { width: 320, height: 256 } });

test('a reader at 400 % zoom gets from the contents to a section and on to the next page', async ({
  page,
}) => {
  await page.goto('/attunement/');
  await page.getByRole('button', { name: 'Contents' }).click();
  const sections = page.getByRole('navigation', { name: 'On this page' });
  await sections.getByRole('link', { name: middleSection('attunement').text }).click();
  await expect(
    page.getByRole('heading', { name: middleSection('attunement').text }),
  ).toBeInViewport();
  await page
    .getByRole('link', { name: titleOf('mis-attunement') })
    .last()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf('mis-attunement'));
});
