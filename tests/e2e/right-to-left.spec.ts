import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';

/** Layout elements, each of which is mirrored in a right-to-left language. */
const parts =
  '.sb-header > *, .sb-tools > *, .sb-aside, .sb-aside a, .sb-main, .sb-opening > *, .sb-facts > *, .sb-prose > *, .sb-prose li, summary, .sb-next a, .sb-footer > *, .sb-footer li';

/** Bounding boxes in document order, and the page's width. */
async function measure(page: Page) {
  return page.evaluate((selector) => {
    const { clientWidth: width, scrollWidth } = document.documentElement;
    const shown = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    const boxes = shown.map((element) => {
      const { left, right } = element.getBoundingClientRect();
      return { name: `${element.localName}.${element.className.toString()}`, left, right };
    });
    return { width, overflow: scrollWidth - width, boxes };
  }, parts);
}

for (const width of [1280, 390]) {
  test(`a page turned from right to left is its own mirror at ${String(width)} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/attunement/');
    const before = await measure(page);
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    const after = await measure(page);
    expect(after.overflow).toBeLessThanOrEqual(0);
    expect(after.boxes).toHaveLength(before.boxes.length);
    const astray = after.boxes.flatMap(({ name, left, right }, index) => {
      const twin = before.boxes[index];
      if (!twin) return [name];
      const mirrored = [before.width - twin.right, before.width - twin.left];
      const isThere =
        Math.abs(left - (mirrored[0] ?? 0)) < 2 && Math.abs(right - (mirrored[1] ?? 0)) < 2;
      return isThere ? [] : [`${name}: ${String([left, right])} and not ${String(mirrored)}`];
    });
    expect(astray).toEqual([]);
  });
}
