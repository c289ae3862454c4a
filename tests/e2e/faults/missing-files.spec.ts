import type { Page } from '@playwright/test';
import { expect, test, type Reports } from '../../journey.ts';
import { answerQuiz, expectReadable } from './readable.ts';

/** Fails requests for some files as a broken network would; the browser logs an error for each. */
async function lose(page: Page, reports: Reports, files: RegExp) {
  reports.expect(/console: Failed to load resource/);
  await page.route(files, (route) => route.abort('connectionfailed'));
}

/** Scripts that a page requests when scrolled to its end. */
async function scriptsOf(page: Page, path: string): Promise<string[]> {
  const scripts = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/\/_astro\/.*\.js$/.test(pathname)) scripts.add(pathname);
  });
  await page.goto(path);
  await showAll(page);
  await page.locator('.sb-quiz.is-live').first().waitFor();
  return [...scripts];
}

async function showAll(page: Page) {
  await page.locator('.sb-quiz .sb-card').first().scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
}

test.describe('a script that does not load', () => {
  test('leaves the page and its questions to be read', async ({ page, reports, context }) => {
    const scripts = await scriptsOf(page, '/attunement/');
    expect(scripts.length).toBeGreaterThan(2);
    reports.expect(/console: Failed to load resource/);
    reports.allow(/console: \[astro-island\] Error hydrating/);
    for (const script of scripts) {
      const fresh = await context.newPage();
      await fresh.route(`**${script}`, (route) => route.abort('connectionfailed'));
      await fresh.goto('/attunement/');
      await showAll(fresh);
      await expectReadable(fresh);
      const card = fresh.locator('.sb-quiz .sb-card').first();
      await expect(card.getByText('Answer and why').or(card.getByText('Check'))).toBeVisible();
      await fresh.close();
    }
  });

  test('breaks nothing else: the quiz works without the rest', async ({ page, reports }) => {
    await lose(page, reports, /(Page|Citation|Cite|Term).*\.js$/);
    await page.goto('/attunement/');
    await answerQuiz(page);
  });
});

test('without fonts the text is set in others', async ({ page, reports }) => {
  await lose(page, reports, /\.woff2?$/);
  await page.goto('/attunement/');
  await expectReadable(page);
  const faces = await page.evaluate(() =>
    [...document.fonts].map(({ family, display, status }) => ({ family, display, status })),
  );
  expect(faces.filter(({ display }) => display === 'block' || display === 'auto')).toEqual([]);
  // Local fallback fonts with adjusted metrics may be available.
  const fetched = faces.filter(({ family }) => !family.includes('fallback: '));
  expect(fetched.filter(({ status }) => status === 'loaded')).toEqual([]);
  expect(fetched.length).toBeGreaterThan(0);
});

test('without images every page says in words what they would', async ({ page, reports }) => {
  // A headless browser requests no icon, and pages load no other image file.
  reports.allow(/console: Failed to load resource/);
  await page.route(/\.(svg|png|jpe?g|webp|avif|ico)(\?|$)/, (route) => route.abort());
  for (const path of ['/', '/attunement/', '/secure-attachment/', '/interactional-synchrony/']) {
    await page.goto(path);
    await expectReadable(page);
    const mute = page.locator(
      'img:not([alt]), svg[role="img"]:not([aria-label], [aria-labelledby])',
    );
    expect(await mute.count()).toBe(0);
  }
});

test('the style of a page is inline, so that none can be missing', async ({ page }) => {
  for (const path of ['/', '/attunement/', '/quiz/', '/references/', '/handouts/five-things/']) {
    await page.goto(path);
    expect(await page.locator('link[rel="stylesheet"]').count()).toBe(0);
  }
});

test('practice reports that its questions did not load, and loads them on retry', async ({
  page,
  reports,
}) => {
  await lose(page, reports, /questions\.json$/);
  await page.goto('/quiz/');
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await page.unroute(/questions\.json$/);
  await page.getByRole('button', { name: 'Load them again' }).click();
  await expect(page.getByRole('button', { name: 'Start a session' })).toBeEnabled();
});
