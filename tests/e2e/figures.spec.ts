import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';
import { pages } from '../pages.ts';
import { widths } from '../views.ts';

/** Built pages that have figures. */
const withFigures = pages().filter((path) => {
  const file = `dist${path}${path.endsWith('/') ? 'index.html' : ''}`;
  return readFileSync(file, 'utf8').includes('class="sb-figure ');
});

for (const width of widths) {
  test(`words in figures are large enough, whole and apart at ${String(width)} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const faults: string[] = [];
    expect(withFigures).toContain('/attachment-styles/');
    for (const path of withFigures) {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      // A figure of words has no drawing of its own; each other shows one, for its width.
      const drawings = page.locator('.sb-figure svg.sb-fig[role="img"]:visible');
      const drawn = page.locator('.sb-figure:has(svg[role="img"])');
      expect(await drawings.count(), path).toBe(await drawn.count());
      faults.push(...(await findFaults(page)).map((fault) => `${path} ${fault}`));
    }
    expect(faults).toEqual([]);
  });
}

/** Lines of visible drawings that are smaller than 13 px, reach over the canvas or touch another line. */
function findFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    for (const svg of document.querySelectorAll<SVGSVGElement>('.sb-figure svg.sb-fig')) {
      if (svg.getClientRects().length === 0) continue;
      const canvas = svg.getBoundingClientRect();
      const scale = canvas.width / svg.viewBox.baseVal.width;
      const boxes: { text: string; box: DOMRect }[] = [];
      for (const element of svg.querySelectorAll('text')) {
        const size = parseFloat(getComputedStyle(element).fontSize) * scale;
        const lines = [...element.childNodes].filter((node) => node.textContent?.trim());
        for (const line of lines) {
          const range = document.createRange();
          range.selectNodeContents(line);
          const box = range.getBoundingClientRect();
          const text = line.textContent?.trim() ?? '';
          if (size < 13) faults.push(`${text}: ${size.toFixed(1)} px`);
          const out =
            box.left < canvas.left - 1 ||
            box.right > canvas.right + 1 ||
            box.top < canvas.top - 3 ||
            box.bottom > canvas.bottom + 3;
          if (out) faults.push(`${text}: reaches over the canvas`);
          boxes.push({ text, box });
        }
      }
      for (const [at, one] of boxes.entries())
        for (const other of boxes.slice(at + 1)) {
          const across =
            Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down =
            Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          // Line boxes are taller than letters, so lines set close overlap by some units.
          if (across > 1 && down > 6) faults.push(`${one.text} / ${other.text}: touch`);
        }
    }
    return faults;
  });
}
