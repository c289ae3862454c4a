import { expect, test } from '../journey.ts';
import { pages } from '../pages.ts';
import { findFaults } from './faults.ts';
import { themes, widths } from '../views.ts';

for (const path of pages()) {
  test(`${path} has no fault that axe finds`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme });
        expect(await findFaults(page), `${String(width)} px, ${colorScheme}`).toEqual([]);
      }
    }
    await page.evaluate(openAll);
    expect(await findFaults(page), 'with everything unfolded').toEqual([]);
  });
}

/** Runs in the page: whatever folds is looked at too. */
function openAll() {
  for (const details of document.querySelectorAll('details')) details.open = true;
}
