import { sectionCiting } from '../content-facts.ts';
import { expect, test } from '../journey.ts';

const citation = '.sb-cite[data-cite="murray1985emotional"]';
const first = `${citation} >> nth=0`;
const several = '.sb-cite[data-cite="tronick1975infant tronick1978stillface"]';

test.beforeEach(async ({ page }) => {
  await page.goto('/mis-attunement/');
});

test('by keyboard: Enter opens the card, Esc closes it, and focus is where it was', async ({
  page,
}) => {
  const card = page.getByRole('dialog', { name: 'Cited works' });
  await page.locator(first).focus();
  await page.keyboard.press('Enter');
  await expect(card).toBeVisible();
  await expect(card).toBeFocused();
  await expect(card).toContainText('Murray, L., & Trevarthen, C. (1985).');
  await expect(card).toContainText('Experiment: changes one thing');
  await page.keyboard.press('Tab');
  await expect(card.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(page.locator(first)).toBeFocused();
});

test('the card has the work, its finding, its address and the way to the list of all', async ({
  page,
}) => {
  await page.locator('.sb-cite[data-cite="tronick1989emotions"]').first().click();
  const card = page.getByRole('dialog', { name: 'Cited works' });
  await expect(card).toContainText('Review: sums up what other studies found');
  await expect(card.getByRole('link', { name: /doi\.org/ })).toHaveAttribute(
    'href',
    'https://doi.org/10.1037/0003-066X.44.2.112',
  );
  await expect(card.getByText('Cited in:')).toBeHidden();
  await card.getByRole('link', { name: 'all references' }).click();
  // The list is a long page, which loads slowly on a busy machine.
  await page.waitForURL('**/references/#ref-tronick1989emotions');
  await expect(page.locator('#ref-tronick1989emotions:target')).toBeInViewport();
});

test('a citation of several works shows each, in the order written', async ({ page }) => {
  await page.locator(several).first().click();
  const works = page.locator('.sb-cited .sb-ref-text');
  await expect(works).toHaveCount(2);
  await expect(works.first()).toContainText('(1975, April)');
  await expect(page.getByRole('button', { name: 'Copy reference' })).toHaveCount(2);
});

test('clicks outside and on another citation close the card or change it', async ({ page }) => {
  const card = page.locator('.sb-cited');
  await page.locator(first).click();
  await expect(card).toContainText('Murray');
  await page.locator('h1').click();
  await expect(card).toBeHidden();
  await page.locator(several).first().click();
  await expect(card).toContainText('Tronick');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(card).toBeHidden();
  await expect(page.locator(several).first()).toBeFocused();
});

test('hovering opens nothing', async ({ page }) => {
  await page.clock.install();
  await page.locator(first).hover();
  await page.clock.runFor(5000);
  await expect(page.locator('.sb-cited')).toBeHidden();
});

test('the reference is copied as text, and with its italics', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator(first).click();
  await page.getByRole('button', { name: 'Copy reference' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const [text, html] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text();
    return [await read('text/plain'), await read('text/html')];
  });
  expect(text).toMatch(/^Murray, L., & Trevarthen, C. \(1985\)/);
  expect(html).toContain('<i>');
});

test('the list links back to the place of the citation', async ({ page }) => {
  const entry = page.locator('#ref-murray1985emotional');
  await entry
    .getByRole('link', {
      name: sectionCiting('mis-attunement', 'murray1985emotional'),
      exact: true,
    })
    .click();
  await expect(page.locator(`${citation}:target`)).toBeInViewport();
});

test('readers can cite the page in five ways', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByText('Cite this page').click();
  const box = page.locator('.sb-cite-page');
  await expect(box).toContainText(/Secure Base\. \(2026, \w+ \d+\)\. Mis-attunement and repair/);
  await expect(box).toContainText('@online{securebase2026misattunement');
  for (const name of ['APA', 'MLA', 'Chicago', 'BibTeX', 'RIS']) {
    await expect(box.getByRole('button', { name: `Copy ${name}` })).toBeVisible();
  }
  await box.getByRole('button', { name: 'Copy RIS' }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^TY {2}- ELEC/);
});

test.describe('by touch, at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true });

  test('the card is a panel at the bottom, inside the screen, and a tap outside closes it', async ({
    page,
  }) => {
    await page.locator(several).first().tap();
    const card = page.locator('.sb-cited');
    await expect(card).toBeVisible();
    const box = await card.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(568.5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    await page.touchscreen.tap(160, 40);
    await expect(card).toBeHidden();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a citation is a link to the list', async ({ page }) => {
    await page.locator(first).click();
    await expect(page.locator('#ref-murray1985emotional:target')).toBeInViewport();
    await expect(page.locator('.sb-cited')).toBeHidden();
    await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
  });

  test('works are chosen by topic and by kind', async ({ page }) => {
    await page.goto('/references/');
    const works = page.locator('#sb-bibliography > li:visible');
    const all = await works.count();
    await page.getByLabel('Topic', { exact: true }).selectOption('still-face');
    const ofTopic = await works.count();
    expect(ofTopic).toBeLessThan(all);
    await expect(
      page.getByRole('option', { name: `The still-face experiment (${String(ofTopic)})` }),
    ).toBeAttached();
    await page.getByLabel('Kind of evidence', { exact: true }).selectOption('meta-analysis');
    expect(await works.count()).toBeLessThan(ofTopic);
    for (const kind of await works.locator('.sb-ref-kind').all()) {
      await expect(kind).toHaveAttribute('data-topic', /(^| )still-face( |$)/);
      await expect(kind).toHaveAttribute('data-kind', 'meta-analysis');
    }
    await page.getByLabel('Topic', { exact: true }).selectOption('All topics');
    // A work can have several kinds.
    await page.getByLabel('Kind of evidence', { exact: true }).selectOption('guidance');
    await expect(works).toHaveCount(
      await page.locator('#sb-bibliography [data-kind~="guidance"]').count(),
    );
    await page.getByLabel('Kind of evidence', { exact: true }).selectOption('All kinds');
    await expect(works).toHaveCount(all);
    await expect(page.getByLabel('Order')).toBeHidden();
  });
});

test('printed, there is the list and no card or button', async ({ page }) => {
  await page.locator(first).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.sb-cited')).toBeHidden();
  await expect(page.locator('#ref-murray1985emotional')).toBeVisible();
  await expect(page.locator('.sb-copy:visible')).toHaveCount(0);
});

test('works are chosen by topic and kind, sorted by year, and the choice is in the address', async ({
  page,
}) => {
  await page.goto('/references/');
  const works = page.locator('#sb-bibliography > li:visible');
  const all = await works.count();
  // Reference managers read metadata of each work once the page has loaded.
  await expect(page.locator('#sb-bibliography > li > .Z3988[title^="ctx_ver"]')).toHaveCount(all);
  await page.getByLabel('Order').selectOption('new');
  const years = (await works.locator('.sb-ref-text').allTextContents()).flatMap((text) =>
    (/\((\d{4})/.exec(text)?.slice(1) ?? []).map(Number),
  );
  expect(years).toEqual(years.toSorted((a, b) => b - a));
  await page.getByLabel('Topic', { exact: true }).selectOption('still-face');
  await expect(works).not.toHaveCount(all);
  const ofTopic = await works.count();
  expect(ofTopic).toBeLessThan(all);
  await expect(page.getByText(`${String(ofTopic)} of ${String(all)} works`)).toBeVisible();
  await page.getByLabel('Kind of evidence', { exact: true }).selectOption('meta-analysis');
  const both = await works.count();
  expect(both).toBeGreaterThan(0);
  expect(both).toBeLessThan(ofTopic);
  await page.reload();
  await expect(works).toHaveCount(both);
  // A link to a work that the filter hides shows it anyway.
  await page.evaluate(() => (location.hash = '#ref-bowlby1988secure'));
  await expect(page.locator('#ref-bowlby1988secure')).toBeInViewport();
});

test('a work cited inside a closed section is linked back to, and the section opens', async ({
  page,
}) => {
  await page.locator('#ref-jonesmason2018autonomic').getByRole('link').nth(1).click();
  await expect(
    page.locator('.sb-cite[data-cite="jonesmason2018autonomic"]').first(),
  ).toBeInViewport();
});

test.describe('zoomed to 200 per cent', () => {
  test.use({ viewport: { width: 640, height: 360 } });

  test('the card fits the screen', async ({ page }) => {
    await page.locator(several).first().click();
    await expect(page.locator('.sb-cited')).toBeVisible();
    const box = await page.locator('.sb-cited').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(640.5);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(360.5);
    expect(box?.y).toBeGreaterThanOrEqual(0);
  });
});
