import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Texts that a careless page would run, show as markup or break on; one JSON string a line. */
export const hostileInputs: string[] = readFileSync('tests/fixtures/hostile-inputs.txt', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as string);

/** Notes each dialog a page opens, and closes it. */
export function noteDialogs(page: Page): string[] {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return dialogs;
}

/**
 * What hostile text left in a page: elements it could have made, a changed prototype, a hidden
 * page. The page is as it should be when the list is empty.
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
