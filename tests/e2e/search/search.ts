import type { Locator, Page } from '@playwright/test';

/** The search field, in the dialog or on the page. */
export function fieldOf(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Search this guide' });
}

/** The list of results; `aria-busy` until complete. */
export function listOf(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Results' });
}

/** The results, best first. */
export function resultsOf(page: Page): Locator {
  return listOf(page).getByRole('option');
}

/** The paths of the results' links, in order. */
export function pathsOf(page: Page): Promise<string[]> {
  return resultsOf(page).evaluateAll((links) =>
    links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
}
