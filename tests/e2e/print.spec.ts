import { expect, test } from '../journey.ts';

// The lesson has a second printed page, with notes for the teacher.
const handouts = [
  ['/handouts/five-things/', 1],
  ['/handouts/classroom/', 2],
] as const;

for (const [path, sheets] of handouts)
  for (const format of ['A4', 'Letter'] as const)
    test(`${path} takes ${String(sheets)} of ${format}`, async ({ page }) => {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      const pdf = await page.pdf({ format });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(sheets);
      // Pupils get only the first printed page, so their questions and the helplines precede the page break.
      await page.emulateMedia({ media: 'print' });
      const sheet = page.locator('.sb-handout').first();
      await expect(sheet).toContainText('ring the emergency number');
      await expect(sheet.locator('.sb-handout-source')).toBeVisible();
    });

test('print leaves out what only a screen needs and shows the URLs of external links', async ({
  page,
}) => {
  await page.goto('/about/');
  await page.emulateMedia({ media: 'print' });
  for (const chrome of ['.sb-header', '.sb-aside', '.sb-next', '.sb-footer', '.sb-anchor'])
    await expect(page.locator(chrome).first()).toBeHidden();
  const address = await page
    .locator('.sb-prose a[href^="https://creativecommons.org"]')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(address).toContain('creativecommons.org');
});

test('the practice page prints its topics without checkboxes and without the buttons for answers', async ({
  page,
}) => {
  await page.goto('/quiz/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.sb-topics a').first()).toBeVisible();
  await expect(page.locator('.sb-topics input').first()).toBeHidden();
  await expect(page.locator('.sb-your-data')).toBeHidden();
});

test('print is dark ink on white paper, whatever theme was chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await page.goto('/attunement/');
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
});

test('printing leaves research sections as the reader had them', async ({ page }) => {
  await page.goto('/secure-attachment/');
  const sections = page.locator('.sb-research');
  await sections.first().locator('summary').click();
  await page.pdf();
  await expect
    .poll(() => sections.evaluateAll((all) => all.map((one) => 'open' in one.attributes)))
    .toEqual((await sections.all()).map((_, at) => at === 0));
  await page.reload();
  expect(await page.locator('.sb-research[open]').count()).toBe(1);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('what is collapsed on the screen is expanded on paper: research and the data of figures', async ({
    page,
  }) => {
    await page.goto('/secure-attachment/');
    await page.emulateMedia({ media: 'print' });
    for (const folded of ['.sb-research > :not(summary)', '.sb-figure-data table'])
      await expect(page.locator(folded).first()).toBeVisible();
    for (const height of await page
      .locator('.sb-research, .sb-figure-data')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height)))
      expect(height).toBeGreaterThan(100);
  });
});

for (const format of ['A4', 'Letter'] as const) {
  test(`no table is wider than a page of ${format}`, async ({ page }) => {
    await page.setViewportSize({ width: format === 'A4' ? 658 : 680, height: 900 });
    await page.emulateMedia({ media: 'print' });
    for (const path of ['/secure-attachment/', '/faq/', '/about/']) {
      await page.goto(path);
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('table')]
          .map((table) => table.getBoundingClientRect().right)
          .filter((right) => right > innerWidth),
      );
      expect(wide, path).toEqual([]);
    }
  });
}
