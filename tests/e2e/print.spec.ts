import { expect, test } from '../journey.ts';

const sheets = [
  ['/handouts/five-things/', 'A4'],
  ['/handouts/five-things/', 'Letter'],
  ['/handouts/classroom/', 'A4'],
  ['/handouts/classroom/', 'Letter'],
] as const;

for (const [path, format] of sheets) {
  test(`${path} fits one sheet of ${format}`, async ({ page }) => {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    const pdf = await page.pdf({ format });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
}

test('print leaves out what only a screen needs and says where links out lead', async ({
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

test('print is dark ink on white paper, whatever theme was chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await page.goto('/attunement/');
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
});
