import { expect, test } from '../journey.ts';

test('in forced colours the drawings and the tally of certainty stay visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/secure-attachment/');
  const stroke = await page
    .locator('.sb-emblem .line')
    .first()
    .evaluate((line) => getComputedStyle(line).stroke);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(stroke).not.toBe('none');
  expect(stroke).not.toBe(paper);
  const tally = await page
    .locator('.sb-certainty')
    .first()
    .evaluate((mark) => getComputedStyle(mark, '::before').backgroundImage);
  expect(tally).toContain('linear-gradient');
});

test('nothing moves for a reader who prefers less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/attunement/');
  const moving = await page.evaluate(
    () =>
      [document.documentElement, ...document.querySelectorAll('*')].filter((element) => {
        const { scrollBehavior, animationName, transitionDuration } = getComputedStyle(element);
        const lasts = transitionDuration.split(', ').some((time) => parseFloat(time) > 0.01);
        return scrollBehavior === 'smooth' || animationName !== 'none' || lasts;
      }).length,
  );
  expect(moving).toBe(0);
});

test('more contrast gives pure ink on pure paper', async ({ page }) => {
  await page.emulateMedia({ contrast: 'more', colorScheme: 'light' });
  await page.goto('/attunement/');
  const colours = await page.evaluate(() => {
    const { color } = getComputedStyle(document.body);
    return [color, getComputedStyle(document.documentElement).backgroundColor];
  });
  expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});
