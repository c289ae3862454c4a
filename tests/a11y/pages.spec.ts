import { expect, test } from '../journey.ts';
import { pages } from '../pages.ts';
import { widths } from '../views.ts';
import { colourRules, findFaults, sizeRules } from './faults.ts';
import { findFigureFaults } from './figures.ts';

const [telephone, , desk] = widths;

/** One visit a page: what it loads, how it reflows, its figures, and what axe says in every view. */
for (const path of pages()) {
  test(`${path} loads what is its own, reflows, and has no fault that axe finds`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // All rules on a telephone and, with everything unfolded, on a desk; between them what depends on
    // the width. In the dark the same things stand in the same places: only their colours are judged.
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      const view = `${String(width)} px`;
      const ofWidth = width === desk ? sizeRules : [...colourRules, ...sizeRules];
      const scope = width === telephone ? {} : { rules: ofWidth };
      expect(await findFaults(page, scope), view).toEqual([]);
      expect(await findFigureFaults(page), `figures at ${view}`).toEqual([]);
      if (width === desk) {
        await page.evaluate(openAll);
        expect(await findFaults(page), `${view}, unfolded`).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await findFaults(page, { rules: colourRules, newColours: true });
      expect(dark, `${view}, dark`).toEqual([]);
    }

    // 1280 px at a zoom of 400 % are 320 CSS px (WCAG 2.2, 1.4.10).
    await page.setViewportSize({ width: 320, height: 256 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, 'width at 400 % zoom').toBeLessThanOrEqual(320);

    // Text at 200 % on a telephone (WCAG 2.2, 1.4.4).
    await page.setViewportSize({ width: 375, height: 667 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    const large = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(large, 'width with text at 200 %').toBeLessThanOrEqual(375);

    // What loads when it comes into view is under the content policy too, which the watch reports.
    for (const island of await page.locator('astro-island').all()) {
      await island.scrollIntoViewIfNeeded();
      await expect(island).not.toHaveAttribute('ssr');
    }
    await page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    await page.waitForLoadState('networkidle');
  });
}

/** Runs in the page: whatever folds is judged too, and all is laid out where it will stand. */
function openAll() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets.push(sheet);
  for (const details of document.querySelectorAll('details')) details.open = true;
}
