import { expect, test } from '../journey.ts';
import { pages } from '../pages.ts';
import { widths } from '../views.ts';
import { recordApiUses } from '../watch.ts';
import { colourRules, findFaults, sizeRules } from './faults.ts';
import { findFigureFaults } from './figures.ts';

const [telephone, tablet, desk] = widths;

/** One visit a page: what it loads and asks, how it reflows, its figures, and what axe says in every view. */
for (const path of pages()) {
  test(`${path} loads what is its own, reflows, and has no fault that axe finds`, async ({
    page,
  }) => {
    await page.addInitScript(recordApiUses);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    await expect(page.locator('h1')).toBeVisible();
    expect(await page.evaluate(() => window.name), 'what asks who the reader is').toBe('');
    await page.setViewportSize({ width: telephone, height: 900 });
    await page.evaluate(layOutAll);
    expect(await findFaults(page, { rules: sizeRules }), 'folded').toEqual([]);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    // Unfolded: all rules on a telephone and on a desk, and on a tablet those that depend on the width.
    // Colours are judged where they are new to an element, since the same pass at every width; in the
    // dark the same things stand in the same places, and one of each kind is judged. The tablet comes
    // last, when it has little that is new.
    for (const width of [telephone, desk, tablet]) {
      const view = `${String(width)} px`;
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      const ofDesk = width === desk ? { except: colourRules } : {};
      const scope = width === tablet ? { rules: sizeRules } : ofDesk;
      expect(await findFaults(page, scope), view).toEqual([]);
      expect(await findFigureFaults(page), `figures at ${view}`).toEqual([]);
      for (const [colorScheme, newColours] of [
        ['light', 'each'],
        ['dark', 'kind'],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        const colours = await findFaults(page, { rules: colourRules, newColours });
        expect(colours, `colours at ${view}, ${colorScheme}`).toEqual([]);
      }
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

    // Axe draws on a canvas.
    await page.evaluate(() => (window.name = ''));
    // What loads when it comes into view is under the content policy too, which the watch reports.
    for (const island of await page.locator('astro-island').all()) {
      await island.scrollIntoViewIfNeeded();
      await expect(island).not.toHaveAttribute('ssr');
    }
    await page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => window.name), 'what asks who the reader is').toBe('');
  });
}

/** Runs in the page: all of it is laid out, in its own fonts, where it will stand. */
async function layOutAll() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets.push(sheet);
  await document.fonts.ready;
}
