import { expect, test } from '../../journey.ts';
import { answerQuiz, expectReadable } from './readable.ts';

for (const [when, time] of Object.entries({ 1970: 0, 2106: 4_294_967_296_000 })) {
  test.describe(`a clock in ${when}`, () => {
    test.beforeEach(({ page }) => page.clock.setFixedTime(time));

    test('does not stop a reader who reads and answers', async ({ page }) => {
      for (const path of ['/', '/attunement/', '/quiz/', '/about/', '/references/']) {
        await page.goto(path);
        await expectReadable(page);
      }
      await page.goto('/attunement/');
      await answerQuiz(page);
    });

    test('does not stop practice', async ({ page }) => {
      await page.goto('/quiz/');
      await page
        .getByRole('button', { name: /^(Start|Begin|Ask|Practise|Review)/ })
        .first()
        .click();
      await expect(page.locator('.sb-card').first()).toBeVisible();
      await expectReadable(page);
    });
  });
}

test.describe('an ancient address', () => {
  const hashes = [
    '#a-section-of-an-older-edition',
    '#_top',
    '#top',
    '#!/attunement',
    '#/attunement/steps',
    '#ref-nobody1900nothing',
    '#certainty-absolute',
    '#1',
    '#%F0%9F%92%A9',
  ];

  for (const path of ['/attunement/', '/faq/', '/references/', '/evidence/', '/glossary/']) {
    test(`opens ${path} at its top`, async ({ page }) => {
      for (const hash of hashes) {
        await page.goto('about:blank');
        await page.goto(path + hash);
        await expectReadable(page);
        await expect(page.locator('h1')).toBeInViewport();
      }
    });
  }

  test('shows a page that helps', async ({ page, reports }) => {
    reports.expect(/console: Failed to load resource.*404/);
    const response = await page.goto('/a-page-of-an-older-edition/');
    expect(response?.status()).toBe(404);
    await expectReadable(page);
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  });
});
