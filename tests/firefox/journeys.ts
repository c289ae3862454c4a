import type { Page } from 'puppeteer-core';

/** Opens each address and wakes its islands. @throws Error naming the first that is not whole. */
export async function openAll(page: Page, addresses: string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address);
    await page.waitForSelector('h1', { visible: true });
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(({ status }) => status === 'loaded').length;
    });
    if (fonts === 0) throw new Error(`${address} has no font of its own.`);
    for (const island of await page.$$('astro-island')) {
      await island.evaluate((element) => {
        element.firstElementChild?.scrollIntoView({ block: 'center' });
      });
      await page.waitForFunction((element) => !element.hasAttribute('ssr'), {}, island);
    }
  }
}

/** Answers the first question of a page's quiz, and looks for the answer after a reload. */
export async function answerOne(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const answered = () =>
    page.waitForFunction(() => /\b1 of \d+ answered/.test(document.body.innerText));
  const wake = () =>
    page.evaluate(() => {
      document.querySelector('astro-island > *')?.scrollIntoView({ block: 'center' });
    });
  await wake();
  await page.waitForSelector('.sb-quiz.is-live[data-quiz]');
  await page.locator('astro-island input[type="radio"]').click();
  await page.locator('astro-island ::-p-aria([name="Check"][role="button"])').click();
  await answered();
  await page.reload();
  await wake();
  await answered();
}

/** Opens an address with an anchor. @throws Error when what it names is not where the reader looks. */
export async function landOn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const id = new URL(address).hash.slice(1);
  const isThere = () =>
    page.waitForFunction(
      (one) => {
        const top = document.getElementById(one)?.getBoundingClientRect().top ?? -1;
        return top > 0 && top < 130;
      },
      {},
      id,
    );
  await isThere();
  await new Promise((done) => setTimeout(done, 500));
  await isThere();
}

/** Loads a long page again, on a phone. @throws Error when the reader is far from where she was. */
export async function keepPlace(page: Page, address: string): Promise<void> {
  await page.setViewport({ width: 412, height: 823 });
  await page.goto(address);
  const topOfHeading = (isFirst: boolean) =>
    page.evaluate(async (scroll) => {
      const heading = [...document.querySelectorAll('.sb-heading')].at(-4);
      if (scroll) heading?.scrollIntoView();
      await new Promise((done) => setTimeout(done, 1000));
      return heading?.getBoundingClientRect().top ?? NaN;
    }, isFirst);
  const before = await topOfHeading(true);
  await page.reload();
  const moved = Math.abs((await topOfHeading(false)) - before);
  if (!(moved < 400)) throw new Error(`${address} is ${String(Math.round(moved))} px off.`);
}

/** Chooses the dark theme on one page and reads it on another. */
export async function setDark(page: Page, first: string, second: string): Promise<void> {
  await page.goto(first);
  await page.select('header select', 'dark');
  await page.goto(second);
  const theme = await page.$eval('html', ({ dataset }) => dataset['theme']);
  if (theme !== 'dark') throw new Error(`The theme is ${String(theme)}.`);
  await page.evaluate(() => {
    localStorage.clear();
  });
}

/** Types a query into the dialog and returns the addresses of the results. @throws Error without any. */
export async function searchFor(page: Page, address: string, query: string): Promise<string[]> {
  await page.goto(address);
  await page.keyboard.press('/');
  await page.waitForSelector('dialog[open] [role="combobox"]');
  await page.keyboard.type(query);
  await page.waitForSelector('dialog[open] [role="option"]');
  return page.$$eval('dialog[open] [role="option"]', (results) =>
    results.map((result) => (result as HTMLAnchorElement).href),
  );
}

/** Waits until the site is kept, then reads another page of it without the server. */
export async function stayOffline(
  page: Page,
  address: string,
  closeServer: () => Promise<void>,
): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated',
    { timeout: 120_000 },
  );
  await closeServer();
  await page.goto(new URL('../mis-attunement/', address).href);
  await page.waitForSelector('h1', { visible: true });
}
