import { expect, test } from '../../journey.ts';
import { recordApiUses } from '../../watch.ts';
import { answerQuiz } from '../faults/readable.ts';

test.describe('a reader’s privacy', () => {
  // The service worker is watched, too.
  test.use({ serviceWorkers: 'allow' });

  // tests/a11y/pages.spec.ts tests every page, without the worker.
  test('no page uses fingerprinting APIs, with the worker and during a quiz', async ({ page }) => {
    await page.addInitScript(recordApiUses);
    for (const path of ['/', '/quiz/', '/attachment-styles/', '/search/']) {
      await page.goto(path);
      await page.evaluate(() => {
        scrollTo(0, document.body.scrollHeight);
      });
    }
    await page.goto('/attunement/');
    await answerQuiz(page);
    await page.locator('[data-theme-select]').first().selectOption('dark');
    expect(await page.evaluate(() => window.name)).toBe('');
  });

  test('the watch would notice', async ({ page }) => {
    await page.addInitScript(recordApiUses);
    await page.goto('/about/');
    await page.evaluate(() => {
      document.cookie = 'a=b';
      document.createElement('canvas').toDataURL();
      return navigator.hardwareConcurrency;
    });
    expect(await page.evaluate(() => window.name)).toBe(
      'cookie canvas.toDataURL hardwareConcurrency ',
    );
  });

  test('an answer leaves no trace but the site’s own keys', async ({ page }) => {
    await page.goto('/attunement/');
    await answerQuiz(page);
    const { local, session, databases } = await page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name),
    }));
    expect(local.length).toBeGreaterThan(0);
    expect(local.filter((key) => !key.startsWith('sb:'))).toEqual([]);
    expect(session).toEqual([]);
    expect(databases).toEqual([]);
  });

  test('a link to another site sends no referrer', async ({ page }) => {
    await page.goto('/references/');
    await expect(page.locator('meta[name="referrer"]')).toHaveAttribute('content', 'no-referrer');
    const prying = page.locator(
      'a[ping], a[referrerpolicy], img[referrerpolicy], link[rel*="preconnect"], link[rel*="dns-prefetch"]',
    );
    expect(await prying.count()).toBe(0);
  });
});
