import { expect, test } from '../journey.ts';
import { pages } from '../pages.ts';
import { widths } from '../views.ts';
import { colourRules, findFaults, widthRules } from './faults.ts';

/** One visit a page: what it loads, how it reflows, and what axe says in every view. */
for (const path of pages()) {
  test(`${path} loads what is its own, reflows, and has no fault that axe finds`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // All rules on a telephone; then what depends on the width, and in the dark on colour.
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      const scope = width === widths[0] ? {} : { rules: widthRules };
      expect(await findFaults(page, scope), `${String(width)} px`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await findFaults(page, { rules: colourRules });
      expect(dark, `${String(width)} px, dark`).toEqual([]);
    }
    // All rules again on a desk, the last view, with everything unfolded.
    await page.evaluate(openAll);
    expect(await findFaults(page), 'all rules, unfolded').toEqual([]);

    // 1280 px at a zoom of 400 % are 320 CSS px (WCAG 2.2, 1.4.10).
    await page.setViewportSize({ width: 320, height: 256 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, 'width at 400 % zoom').toBeLessThanOrEqual(320);

    // Text at 200 % on a telephone (WCAG 2.2, 1.4.4).
    await page.setViewportSize({ width: 375, height: 667 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    const large = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(large, 'width with text at 200 %').toBeLessThanOrEqual(375);

    // What loads near the end of the page is under the content policy too, which the watch reports.
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
