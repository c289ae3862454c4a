import type { Page } from '@playwright/test';

/**
 * Returns the faults of the page's figures at the current width: no drawing, or text that is smaller than 13 px,
 * beyond the edge or touching other text.
 */
export function findFigureFaults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // Off-screen parts are laid out only when measured, and then load fonts.
    for (const text of document.querySelectorAll('.sb-figure text')) text.getBoundingClientRect();
    await document.fonts.ready;
    const faults: string[] = [];
    // A figure of text has no drawing; every other one shows one at each width.
    for (const figure of document.querySelectorAll('.sb-figure:has(svg[role="img"])')) {
      const drawings = [...figure.querySelectorAll('svg.sb-fig[role="img"]')];
      const shown = drawings.filter((drawing) => drawing.checkVisibility());
      if (shown.length !== 1) faults.push(`${figure.id}: ${String(shown.length)} drawings shown`);
    }
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
          // Line boxes are taller than glyphs, so the boxes of close lines overlap slightly.
          if (across > 1 && down > 6) faults.push(`${one.text} / ${other.text}: touch`);
        }
    }
    return faults;
  });
}
