import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { labelOf } from '../../content-facts.ts';
import { expect, test } from '../../journey.ts';
import { settle } from '../../watch.ts';
import { fieldOf, listOf, pathsOf, resultsOf } from './search.ts';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Search' });

/** Opens a short page, since queries by role are slow on long ones. */
const openPage = (page: Page) => page.goto('/download/');

test('nothing of search is loaded before it is opened', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto('/attunement/');
  await page.waitForLoadState('networkidle');
  expect(loaded.filter((path) => /pagefind|dialog|search-box/.test(path))).toEqual([]);
  await page.getByRole('button', { name: 'Search', exact: true }).hover();
  await expect.poll(() => loaded.some((path) => path.includes('dialog'))).toBe(true);
  expect(loaded.filter((path) => path.includes('pagefind'))).toEqual([]);
});

for (const keys of ['/', 'Control+k', 'Meta+k']) {
  test(`${keys} opens it`, async ({ page }) => {
    await openPage(page);
    await page.keyboard.press(keys);
    await expect(fieldOf(page)).toBeFocused();
  });
}

test('the slash can be turned off, and in forced colours the selected result is visible', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openPage(page);
  await page.keyboard.press('/');
  await fieldOf(page).fill('repair');
  await expect(resultsOf(page).nth(1)).toBeVisible();
  await expect(listOf(page)).not.toHaveAttribute('aria-busy');
  await page.keyboard.press('ArrowDown');
  const looks = await resultsOf(page).evaluateAll((options) =>
    options.slice(0, 2).map((option) => getComputedStyle(option).outlineStyle),
  );
  expect(looks).toEqual(['solid', 'none']);

  await page.getByLabel('The / key opens search').uncheck();
  await page.reload();
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await expect(fieldOf(page)).toBeFocused();
  await expect(fieldOf(page)).toHaveValue('');
  await page.getByLabel('The / key opens search').check();
});

test('the slash is a character in a text field', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('/');
  await fieldOf(page).pressSequentially('and/or');
  await expect(fieldOf(page)).toHaveValue('and/or');
});

test('a journey by keyboard, from the button to the passage and its marks', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Search', exact: true }).press('Enter');
  await expect(dialogOf(page).getByRole('link', { name: 'Attunement', exact: true })).toBeVisible();
  await page.keyboard.type('still face experiment');
  const options = resultsOf(page);
  // The glossary entry is first, then the page that explains the term.
  await expect(options.first()).toHaveAttribute('href', /\/glossary\/.*#still-face/);
  await expect(options.nth(1)).toContainText('The still-face experiment');
  await expect(options.nth(1).locator('mark').first()).toBeVisible();
  await expect(dialogOf(page).getByRole('status')).toHaveText(/^\d+ pages, \d+ glossary terms?/);
  await expect(listOf(page)).not.toHaveAttribute('aria-busy');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(fieldOf(page)).toHaveAttribute('aria-activedescendant', 'sb-result-1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/mis-attunement\/\?found=.*#the-still-face-experiment$/);

  await expect(page.locator('mark.sb-found').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The still-face experiment' })).toBeInViewport();
  await page.getByRole('button', { name: 'Clear the marks' }).click();
  await expect(page.locator('mark.sb-found')).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('');
});

test('Escape deselects a result, then clears, then closes and gives the focus back', async ({
  page,
}) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Search', exact: true }).press('Enter');
  await fieldOf(page).fill('repair');
  await expect(resultsOf(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(fieldOf(page)).not.toHaveAttribute('aria-activedescendant');
  await expect(fieldOf(page)).toHaveValue('repair');
  await page.keyboard.press('Escape');
  await expect(fieldOf(page)).toHaveValue('');
  await expect(dialogOf(page).getByRole('link', { name: 'Attunement', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Search', exact: true })).toBeFocused();
});

test('a misspelling is corrected, which is shown and can be undone', async ({ page }) => {
  // Missing in Safari before 18.2.
  await page.addInitScript(() => Reflect.deleteProperty(RegExp, 'escape'));
  await openPage(page);
  await page.keyboard.press('/');
  await fieldOf(page).fill('atunement');
  await expect(dialogOf(page)).toContainText('Showing results for attunement. Search instead for');
  expect((await pathsOf(page)).slice(0, 2)).toEqual(['/glossary/', '/attunement/']);
  await page.getByRole('button', { name: 'atunement' }).click();
  await expect(dialogOf(page).getByRole('status')).toHaveText('Nothing found');
});

test('lay words find the pages that never use them', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('/');
  await fieldOf(page).fill('helicopter parents');
  await expect(resultsOf(page).first()).toBeVisible();
  expect((await pathsOf(page))[0]).toBe('/raising-a-secure-child/');
});

test('a query that suggests a crisis shows the helplines first, and is not corrected', async ({
  page,
}) => {
  await openPage(page);
  await page.keyboard.press('/');
  await fieldOf(page).fill('I cant cope, need someone to tlak to');
  const help = dialogOf(page).getByRole('group', { name: 'If you need help now' });
  await expect(help.getByRole('option')).toHaveAttribute('href', /#where-to-turn-for-help$/);
  await expect(resultsOf(page).first()).toHaveAttribute('href', /#where-to-turn-for-help$/);
  await expect(dialogOf(page)).not.toContainText('Showing results for');
});

test('a query that may need help gets a line above the results that links to help', async ({
  page,
}) => {
  await openPage(page);
  await page.keyboard.press('/');
  await fieldOf(page).fill('I resent my partner since the baby ');
  await expect(dialogOf(page)).toContainText('If things are hard now, see where to turn for help.');
  const link = dialogOf(page).getByRole('link', { name: 'where to turn for help' });
  await expect(link).toHaveAttribute('href', /\/about\/#where-to-turn-for-help$/);
  await expect(resultsOf(page).first()).not.toHaveAttribute('href', /#where-to-turn-for-help/);
});

test('a query that the guide does not cover gets a notice, three pages at most and a link to help', async ({
  page,
}) => {
  await openPage(page);
  await page.keyboard.press('/');
  await fieldOf(page).fill('vaccination schedule for babies ');
  await expect(dialogOf(page)).toContainText('The guide does not cover this.');
  await expect(dialogOf(page).getByRole('link', { name: 'where to turn for help' })).toBeVisible();
  await expect(listOf(page)).not.toHaveAttribute('aria-busy');
  expect((await pathsOf(page)).length).toBeLessThanOrEqual(3);
});

test('five results are shown until more are asked for', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('/');
  await fieldOf(page).fill('why does my child cry when I go');
  const more = dialogOf(page).getByRole('button', { name: 'Show more results' });
  await expect(more).toBeVisible();
  const few = await dialogOf(page).locator('[role=listbox] > a').count();
  expect(few).toBe(5);
  await more.click();
  await expect.poll(() => dialogOf(page).locator('[role=listbox] > a').count()).toBeGreaterThan(5);
  await expect(more).toBeHidden();
});

test('a work is found first by its author and year', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('/');
  await fieldOf(page).fill('Groh 2014');
  await expect(resultsOf(page).first()).toContainText('Groh et al. (2014)');
});

test('kind and topic narrow the results', async ({ page }) => {
  await openPage(page);
  const dialog = dialogOf(page);
  await page.keyboard.press('/');
  await fieldOf(page).fill('secure base');
  await expect(dialog.getByRole('group', { name: 'From the glossary', exact: true })).toBeVisible();

  await dialog.getByLabel('Kind').selectOption('Works cited');
  await expect(dialog.getByRole('group')).toHaveCount(1);
  await expect(dialog.getByRole('group')).toHaveAccessibleName('Works cited');
  expect(new Set(await pathsOf(page))).toEqual(new Set(['/references/']));

  await dialog.getByLabel('Kind').selectOption('Questions');
  await expect(dialog.getByRole('group')).toHaveCount(0);
  await expect(resultsOf(page).first()).toContainText('?');

  await dialog.getByLabel('Kind').selectOption('Everything');
  await dialog.getByLabel('Topic').selectOption(labelOf('with-a-child'));
  const withAChild = readdirSync('src/content/docs')
    .filter((file) => file.endsWith('.mdx'))
    .filter((file) =>
      readFileSync(`src/content/docs/${file}`, 'utf8').includes('part: with-a-child'),
    )
    .map((file) => `/${file.replace('.mdx', '')}/`);
  await expect
    .poll(async () =>
      [...new Set(await pathsOf(page))]
        .filter((path) => path !== '/glossary/')
        .slice(0, 2)
        .filter((path) => !withAChild.includes(path)),
    )
    .toEqual([]);
  expect(await pathsOf(page)).not.toEqual([]);
});

test('without results, the glossary and the topics are shown', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('/');
  await fieldOf(page).fill('xylophone');
  await expect(dialogOf(page).getByRole('status')).toHaveText('Nothing found');
  await expect(dialogOf(page).getByRole('heading', { name: /nearest words/i })).toBeVisible();
  await expect(dialogOf(page).getByRole('link', { name: 'Attunement', exact: true })).toBeVisible();
});

test('an abandoned query leaves no trace', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('/');
  await fieldOf(page).pressSequentially('proximate separation', { delay: 5 });
  await fieldOf(page).fill('avoidant');
  await expect(resultsOf(page).first()).toHaveAttribute('href', /found=avoidant(#|$)/);
  await expect(listOf(page)).not.toHaveAttribute('aria-busy');
  await settle(page);
  await expect(resultsOf(page).first()).toHaveAttribute('href', /found=avoidant(#|$)/);
});
