import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test as base } from '../../journey.ts';
import { pages } from '../../pages.ts';
import { unpackEdition } from '../../unpack.ts';
import { hydrateAll } from '../../watch.ts';
import { fieldOf, resultsOf } from '../search/search.ts';
import { findAll } from './find-all.ts';

/** The double-click edition, unpacked in a folder with special characters; `root` is the folder's URL. */
const test = base.extend<object, { root: string }>({
  root: [
    async ({ browserName }, use, { workerIndex }) => {
      const root = unpackEdition(
        `Été à la maison, ${browserName} n° ${String(workerIndex)} #1 100%`,
      );
      await use(root);
      rmSync(new URL(`${root}/..`), { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

test('every page opens whole from a folder, and its islands hydrate', async ({ page, root }) => {
  const failed: string[] = [];
  page.on('requestfailed', (request) => {
    // A file that is still loading when the next page is opened.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') failed.push(request.url());
  });
  for (const path of pages().filter((one) => one !== '/404.html')) {
    await page.goto(`${root}${path}index.html`);
    await hydrateAll(page);
    const { hasHeading, links } = await page.evaluate(() => ({
      hasHeading: document.querySelector('h1')?.checkVisibility({ visibilityProperty: true }),
      links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
        .filter(({ protocol }) => protocol === 'file:')
        .map(({ href }) => href),
    }));
    expect(hasHeading, path).toBe(true);
    expect(links.filter((link) => !link.startsWith(`${root}/`))).toEqual([]);
    expect(links.filter((link) => /\/(#|\?|$)/.test(link))).toEqual([]);
  }
  expect(failed).toEqual([]);
});

test('styles, fonts and links work', async ({ page, root }) => {
  await page.goto(`${root}/index.html`);
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === 'loaded').length;
  });
  expect(fonts).toBeGreaterThan(0);
  await page.locator('a[href$="secure-attachment/index.html"]:visible').first().click();
  await expect(page).toHaveURL(`${root}/secure-attachment/index.html`);
  await page.locator('a[href="../index.html"]:visible').first().click();
  await expect(page).toHaveURL(`${root}/index.html`);
});

test('a link that a script makes to a folder opens its page', async ({ page, root }) => {
  await page.goto(`${root}/index.html`);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = './faq/#references';
    link.textContent = 'made by a script';
    document.body.prepend(link);
  });
  await page.getByText('made by a script').click();
  await expect(page).toHaveURL(`${root}/faq/index.html#references`);
});

test('the theme stays the same from page to page', async ({ page, root }) => {
  await page.goto(`${root}/faq/index.html`);
  await page.getByLabel('Theme').selectOption('dark');
  await page.goto(`${root}/about/index.html`);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a quiz works, and remembers answers', async ({ page, root }) => {
  await page.goto(`${root}/secure-attachment/index.html`);
  const quiz = page.locator('.sb-quiz[data-quiz]');
  await quiz.scrollIntoViewIfNeeded();
  await quiz.and(page.locator('.is-live')).waitFor();
  await quiz.getByRole('radio').first().check();
  await quiz.getByRole('button', { name: 'Check' }).first().click();
  const answered = quiz.getByText(/^1 of \d+ answered/);
  await expect(answered).toBeVisible();
  await page.reload();
  await quiz.scrollIntoViewIfNeeded();
  await expect(answered).toBeVisible();
});

test('search works, its results link to files, and found words are marked', async ({
  page,
  root,
}) => {
  await page.goto(`${root}/faq/index.html`);
  for (const link of await findAll(page)) {
    expect(link).toMatch(/\/index\.html(\?|#|$)/);
    expect(existsSync(fileURLToPath(link.replace(/[?#].*/, ''))), link).toBe(true);
  }
  await resultsOf(page).first().click();
  await expect(page.locator('mark.sb-found').first()).toBeVisible();
  await page.getByRole('button', { name: 'Clear the marks' }).click();
  await expect(page.locator('mark.sb-found')).toHaveCount(0);
});

test('the search page keeps its query', async ({ page, root }) => {
  await page.goto(`${root}/search/index.html?q=still%20face`);
  await expect(resultsOf(page).first()).toBeVisible();
  await fieldOf(page).fill('cortisol');
  await expect(resultsOf(page).first()).toContainText(/cortisol/i);
});
