import type { Page } from '@playwright/test';
import { expect } from '../../journey.ts';
import { fieldOf, resultsOf } from '../search/search.ts';

const queries = [
  'how common is secure attachment',
  'baby crying',
  'cortisol',
  'still face experiment',
];

/** Opens the search dialog, types several queries and returns the addresses of all results. */
export async function findAll(page: Page): Promise<string[]> {
  const read = () =>
    resultsOf(page).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const links = new Set<string>();
  let last = '';
  await page.keyboard.press('/');
  for (const query of queries) {
    await fieldOf(page).fill(query);
    await expect.poll(async () => (await read()).join(' ')).not.toBe(last);
    const found = await read();
    expect(found.length, query).toBeGreaterThan(0);
    last = found.join(' ');
    for (const link of found) links.add(link);
  }
  return [...links];
}
