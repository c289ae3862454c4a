import { expect, test } from '../journey.ts';
import { pages } from '../pages.ts';
import { widths } from '../views.ts';
import { hydrateAll, recordApiUses } from '../watch.ts';
import { colourRules, findFaults, sizeRules } from './faults.ts';
import { findFigureFaults } from './figures.ts';

const [phone, tablet, desktop] = widths;

/** Checks requests, privacy, reflow, figures and axe's rules in one visit per page. */
for (const path of pages()) {
  test(`${path} loads what is its own, reflows, and has no fault that axe finds`, async ({
    page,
  }) => {
    await page.addInitScript(recordApiUses);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    const hasHeading = await page.evaluate(() =>
      document.querySelector('h1')?.checkVisibility({ visibilityProperty: true }),
    );
    expect(hasHeading, 'a heading is visible').toBe(true);
    expect(await page.evaluate(() => window.name), 'uses of fingerprinting APIs').toBe('');
    await page.setViewportSize({ width: phone, height: 900 });
    await page.evaluate(layOutAll);
    if (await page.evaluate(() => document.querySelector('details:not([open])') !== null)) {
      expect(await findFaults(page, { rules: sizeRules }), 'folded').toEqual([]);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
    }
    // Expanded: all rules on a phone and a desktop, and only those that depend on the layout on a tablet; in the
    // dark theme, which has the same layout, only those that depend on colours.
    for (const width of [phone, desktop, tablet]) {
      const view = `${String(width)} px`;
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      const light = width === tablet ? { rules: [...sizeRules, ...colourRules] } : {};
      expect(await findFaults(page, light), view).toEqual([]);
      expect(await findFigureFaults(page), `figures at ${view}`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await findFaults(page, { rules: colourRules }), `${view}, dark`).toEqual([]);
    }

    // 1280 px at a zoom of 400 % are 320 CSS px (WCAG 2.2, 1.4.10).
    await page.setViewportSize({ width: 320, height: 256 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, 'width at 400 % zoom').toBeLessThanOrEqual(320);

    // Text at 200 % on a phone (WCAG 2.2, 1.4.4).
    await page.setViewportSize({ width: 375, height: 667 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    const large = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(large, 'width with text at 200 %').toBeLessThanOrEqual(375);

    // Axe uses a canvas, which the privacy watch records.
    await page.evaluate(() => (window.name = ''));
    // Islands load when scrolled into view; the watch reports violations of the content policy.
    await hydrateAll(page);
    await page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => window.name), 'uses of fingerprinting APIs').toBe('');
  });
}

/** Runs in the page: lays all of it out, off-screen parts included, and waits for the fonts. */
async function layOutAll() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets.push(sheet);
  await document.fonts.ready;
}
