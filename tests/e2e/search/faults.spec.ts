import { readFileSync } from 'node:fs';
import { labelOf } from '../../content-facts.ts';
import { expect, test } from '../../journey.ts';
import { settle } from '../../watch.ts';
import { fieldOf, resultsOf } from './search.ts';

test('when the index does not arrive it says so, offers the topics, and tries again', async ({
  page,
  reports,
}) => {
  reports.expect(/Failed to load/);
  let isDown = true;
  await page.route('**/pagefind/**', (route) => (isDown ? route.abort() : route.continue()));
  await page.goto('/download/');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('status')).toHaveText('Search could not be loaded.');
  await expect(dialog.getByRole('link', { name: labelOf('with-a-child') })).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'topic index' })).toBeVisible();
  await fieldOf(page).fill('attunement');
  isDown = false;
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(resultsOf(page).first()).toContainText(/attunement/i);
});

for (const [what, pattern, isReported] of [
  ['words of the index', '**/index/*.pf_index', true],
  ['its list of chunks', '**/*.pf_meta', true],
  ['the engine', '**/*.pagefind', true],
  ['the catalogue', '**/catalogue.json', false],
  ['the lexicon', '**/words/*.txt', false],
] as const) {
  test(`a cut in ${what} is reported, and recovers`, async ({ page, reports }) => {
    if (isReported) reports.expect(/Failed to load|Decompress|unreachable|WASM|unexpected/i);
    let isCut = true;
    await page.route(pattern, async (route) => {
      if (route.request().method() === 'HEAD') return route.continue();
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill({ response, body: isCut ? body.subarray(0, body.length / 3) : body });
    });
    await page.goto('/download/');
    await page.keyboard.press('/');
    await fieldOf(page).fill('attunement');
    const failed = page.getByText('Search could not be loaded.');
    const found = resultsOf(page).first();
    // On a busy machine the engine may load more slowly than the default timeout.
    await failed.or(found).waitFor();
    isCut = false;
    if (await failed.isVisible()) await page.getByRole('button', { name: 'Try again' }).click();
    await expect(found).toContainText(/attunement/i);
  });
}

test('an error in the search itself is not blamed on the connection', async ({ page, reports }) => {
  reports.expect(/IntersectionObserver/);
  await page.goto('/download/');
  await page.keyboard.press('/');
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'IntersectionObserver'));
  await fieldOf(page).fill('attunement');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('status')).toHaveText('Search failed.');
  await expect(dialog.getByRole('link', { name: labelOf('with-a-child') })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Try again' })).toHaveCount(0);
});

test('when the script does not load the button opens the search page', async ({
  page,
  reports,
}) => {
  reports.expect(/Failed to load resource/);
  await page.route('**/_astro/dialog*', (route) => route.abort());
  await page.goto('/download/');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL(/\/search\/$/);
});

test('hostile input changes nothing, injects nothing, freezes nothing', async ({ page }) => {
  const lines = readFileSync('tests/fixtures/hostile-inputs.txt', 'utf8').trim().split('\n');
  const inputs = [...lines.map((line) => JSON.parse(line) as string), 'secure '.repeat(286)];
  const alerts: string[] = [];
  page.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto('/download/');
  await page.keyboard.press('/');
  const field = fieldOf(page);
  const status = page.getByRole('dialog').getByRole('status');
  for (const [at, input] of inputs.entries()) {
    await field.fill(input);
    await settle(page);
    const markup = await page
      .locator('dialog :is(script, img, iframe, svg, style, math, base, details)')
      .count();
    expect(markup, input).toBe(0);
    await expect(status, input).not.toHaveText(/could not|failed/);
    // Search still works.
    const word = at % 2 === 0 ? 'attunement' : 'repair';
    await field.fill(word);
    await expect(resultsOf(page).first(), input).toContainText(new RegExp(word, 'i'));
  }
  expect(alerts).toEqual([]);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
});

test('hostile addresses of the search page and of marks are only text', async ({ page }) => {
  for (const text of ['<img src=x onerror=alert(1)>', '__proto__', '%', '(a+)+$']) {
    await page.goto(`/search/?q=${encodeURIComponent(text)}&kind=__proto__&topic=<b>`);
    await expect(fieldOf(page)).toHaveValue(text);
    await expect(page.locator('main img')).toHaveCount(0);
    await page.goto(`/faq/?found=${encodeURIComponent(text)}#${encodeURIComponent(text)}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('search says so where the server refuses the types of its files', async ({
  page,
  reports,
}) => {
  reports.expect(/Failed to load/);
  await page.route(/\.(pagefind|pf_\w+)$/, (route) => route.fulfill({ status: 404 }));
  await page.goto('/search/');
  await fieldOf(page).fill('attunement');
  await expect(page.locator('.sb-search-failure')).toContainText(
    'refuses the files that search needs',
  );
});
