import { expect, test } from '../journey.ts';
import { pages } from '../pages.ts';
import { findFaults } from './faults.ts';

/** Both themes at the outer widths; what differs between those two is the layout alone. */
const views = [
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'light' },
] as const;

for (const [index, path] of pages().entries()) {
  test(`${path} has no fault that axe finds`, async ({ page }) => {
    test.slow();
    const look = async (width: number, colorScheme: 'light' | 'dark') => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await findFaults(page), `${String(width)} px, ${colorScheme}`).toEqual([]);
    };
    await page.goto(path);
    for (const { width, colorScheme } of views) await look(width, colorScheme);
    if (index % 4 === 0) await look(768, 'light');
    await page.evaluate(openAll);
    await look(1440, 'dark');
  });
}

/** Runs in the page: whatever folds is looked at too. */
function openAll() {
  for (const details of document.querySelectorAll('details')) details.open = true;
}
