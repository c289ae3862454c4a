import { expect, test } from '../journey.ts';

/** Links inside a line of text are exempt (WCAG 2.2, 2.5.8); all other controls are not. */
const controls =
  '.sb-header :is(a, button, select), .sb-aside a, .sb-facts button, .sb-next a, summary, .sb-anchor, .sb-footer li a, .sb-letters a, .sb-search-form :is(input, button)';

const main =
  '.sb-header :is(a, button, select), summary, .sb-next a, .sb-search-form :is(input, button)';

for (const path of ['/', '/attunement/', '/glossary/']) {
  test(`${path}: controls are 24 px or larger, the main ones 44 px on touch`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(path);
    const small = async (selector: string, least: number) =>
      page.locator(selector).evaluateAll(
        (found, size) =>
          found
            .filter((control) => control.checkVisibility())
            .map((control) => ({
              name: control.textContent.trim(),
              box: control.getBoundingClientRect(),
            }))
            .filter(({ box }) => box.width < size || box.height < size)
            .map(({ name, box }) => `${name}: ${String(box.width)} × ${String(box.height)}`),
        least,
      );
    expect(await small(controls, 24)).toEqual([]);
    expect(await small(main, 44)).toEqual([]);
    await context.close();
  });
}
