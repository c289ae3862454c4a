import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Texts that could cause script injection, markup injection or errors; one JSON string a line. */
export const hostileInputs: string[] = readFileSync('tests/fixtures/hostile-inputs.txt', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as string);

/** Records and closes each dialog that a page opens. */
export function noteDialogs(page: Page): string[] {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return dialogs;
}

/**
 * Lists the effects of hostile text on a page: injected elements, a changed prototype, a hidden page. Empty if
 * there are none.
 */
export function findDamage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const made = [
      ...[
        'img[src="x"]',
        'img:not([alt])',
        'iframe',
        'base',
        'math',
        'svg animate',
        'object',
        'embed',
      ],
      ...['onerror', 'onload', 'onbegin', 'ontoggle', 'onmouseover'].map((name) => `[${name}]`),
      ...['[href^="javascript:" i]', '[href^="data:" i]', '[href*="example.invalid"]'],
      'body style',
    ];
    const found = made.filter((selector) => document.querySelector(selector));
    const scripts = [...document.scripts].filter(({ text }) => text.includes('alert('));
    if (scripts.length > 0) found.push('script');
    if ('polluted' in {}) found.push('prototype');
    const heading = document.querySelector('h1');
    if (!heading?.checkVisibility()) found.push('no heading to be seen');
    return found;
  });
}
