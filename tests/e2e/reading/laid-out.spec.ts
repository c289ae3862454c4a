import { readFileSync } from 'node:fs';
import { pages } from '../../pages.ts';
import { expect, test } from '../../journey.ts';
import { settle } from '../../watch.ts';

/** Pages with more elements than a phone can style and lay out before its first answer to a touch. */
const longPages = pages().filter((path) => {
  const file = `dist${path.endsWith('/') ? `${path}index.html` : path}`;
  return (readFileSync(file, 'utf8').match(/<\w/g)?.length ?? 0) > 2000;
});

test.use({ viewport: { width: 412, height: 823 } });

for (const path of longPages) {
  test(`${path} lays out 800 elements at most before it is scrolled`, async ({ page }) => {
    await page.goto(path);
    await settle(page);
    const laidOut = await page.evaluate(
      () =>
        [...document.body.querySelectorAll('*')].filter((element) =>
          element.checkVisibility({ contentVisibilityAuto: true }),
        ).length,
    );
    expect(laidOut).toBeGreaterThan(100);
    expect(laidOut).toBeLessThanOrEqual(800);
  });
}

test('answers far below the index of questions are scrolled to by their words, and printed', async ({
  page,
}) => {
  await page.goto('/faq/');
  await settle(page);
  const last = page.locator('.sb-question-group ~ p > .sb-cite').last();
  const isLaidOut = () =>
    last.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));
  expect(await isLaidOut()).toBe(false);
  const words = await last.evaluate(
    ({ previousSibling }) => /[\w ]{20,}$/.exec(previousSibling?.textContent?.trim() ?? '')?.[0],
  );
  await page.emulateMedia({ media: 'print' });
  await expect.poll(isLaidOut).toBe(true);
  await page.emulateMedia({ media: 'screen' });

  await page.goto('about:blank');
  await page.goto(`/faq/#:~:text=${encodeURIComponent(words ?? '')}`);
  await expect(last).toBeInViewport();
});

test('the place in a long page is kept when it is loaded again', async ({ page }) => {
  await page.goto('/faq/');
  const heading = page.locator('.sb-question-group ~ .sb-heading').nth(20);
  await heading.evaluate((element) => element.scrollIntoView());
  await settle(page);
  const top = () => heading.evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  await page.reload();
  await settle(page);
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(600);
});
