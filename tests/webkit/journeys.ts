import { Key, type WebDriver } from 'selenium-webdriver';
import { findFaults } from '../page-faults.ts';

/** Most that a journey waits for something to come, in milliseconds. */
const patience = 30_000;

/** Opens an address; functions given to `until` and `run` run in the page. @throws Error when something of the page is missing, unreadable or too wide. */
export async function readPage(driver: WebDriver, address: string): Promise<void> {
  await driver.get(address);
  await until(driver, 'its own fonts', () =>
    [...document.fonts].some(({ status }) => status === 'loaded'),
  );
  const faults = await driver.executeScript<string[]>(`return (${String(findFaults)})()`);
  if (faults.length > 0) throw new Error(`${address}: ${faults.join('; ')}`);
}

/** Finds something misspelt and something well spelt, goes to a result, and closes by Escape. */
export async function search(driver: WebDriver, address: string): Promise<void> {
  await driver.get(address);
  await openSearch(driver);
  await type(driver, 'avoident');
  await until(driver, 'a correction', () =>
    document.querySelector('.sb-search-said')?.textContent.includes('avoidant'),
  );
  await press(driver, Key.ESCAPE);
  await until(
    driver,
    'an empty field',
    () => document.querySelector<HTMLInputElement>('dialog input')?.value === '',
  );
  await press(driver, Key.ESCAPE);
  await until(driver, 'the dialog to close', () => !document.querySelector('dialog[open]'));
  await openSearch(driver);
  await type(driver, 'still face');
  // What stands there while one types belongs to fewer letters.
  await until(driver, 'results', () => {
    const isBusy = document.querySelector('[role=listbox]')?.ariaBusy === 'true';
    return !isBusy && document.querySelectorAll('[role=option]').length > 3;
  });
  await press(driver, Key.ARROW_DOWN, Key.ENTER);
  await until(driver, 'marks on the page', () => document.querySelector('mark.sb-found'));
}

async function openSearch(driver: WebDriver): Promise<void> {
  // Before its script has come the button is a link.
  await until(driver, 'the button', () => document.querySelector('[data-search][role=button]'));
  await click(driver, '[data-search]');
  await until(driver, 'the field', () => document.activeElement?.matches('dialog input'));
}

/** Opens a citation and a word of the glossary far down a page, and puts each card away. */
export async function openCards(driver: WebDriver, address: string): Promise<void> {
  await driver.get(address);
  for (const link of ['.sb-prose p .sb-cite', '.sb-prose p .sb-term']) {
    for (const place of [0.12, 0.5, 0.9]) {
      await run(driver, placeLink, link, place);
      await click(driver, '[data-tried]');
      await until(driver, `a card for ${link}`, () =>
        document.querySelector(':is(.sb-cited, .sb-definition):popover-open'),
      );
      const fault = await run(driver, judgeCard);
      if (fault) throw new Error(`${link} at ${String(place)} of the window: ${String(fault)}`);
      await click(driver, ':popover-open .sb-close');
      await until(driver, 'the card to close', () => !document.querySelector(':popover-open'));
    }
  }
}

/** Scrolls a link far down the page to a part of the window's height. */
function placeLink(selector: string, place: number): void {
  document.querySelector('[data-tried]')?.removeAttribute('data-tried');
  const links = [...document.querySelectorAll<HTMLElement>(selector)];
  const far = links.filter(
    (link) => link.getBoundingClientRect().top + scrollY > 1.5 * innerHeight,
  );
  const link = far.find((one) => !one.closest('details:not([open])')) ?? links.at(-1);
  if (!link) throw new Error(`There is no ${selector}.`);
  link.dataset['tried'] = '';
  scrollTo({ top: link.getBoundingClientRect().top + scrollY - place * innerHeight });
}

function judgeCard(): string {
  const card = document.querySelector(':popover-open')?.getBoundingClientRect();
  const link = document.querySelector('[data-tried]')?.getBoundingClientRect();
  if (!card || !link) return 'no card';
  const { top, bottom, left, right } = card;
  if (top < 0 || bottom > innerHeight || left < 0 || right > innerWidth)
    return `the card reaches from ${String(top)} to ${String(bottom)}`;
  const isBeside = top >= link.bottom || bottom <= link.top;
  return innerWidth >= 640 && !isBeside ? 'the card covers its link' : '';
}

/** Opens the contents on a narrow window and closes them by their button. */
export async function openContents(driver: WebDriver, address: string): Promise<void> {
  await driver.get(address);
  await click(driver, '.sb-contents-button');
  await until(driver, 'contents', () => document.querySelector('.sb-aside:popover-open'));
  await click(driver, '.sb-aside .sb-close');
  await until(driver, 'no contents', () => !document.querySelector('.sb-aside:popover-open'));
}

/** Reads a page without popovers: the contents stand below it, citations and words are links. */
export async function readWithoutPopovers(driver: WebDriver, address: string): Promise<void> {
  await readPage(driver, address);
  const isOff = await run(driver, () => !('popover' in HTMLElement.prototype));
  if (!isOff) throw new Error('This session has popovers.');
  const top = await run(driver, () => document.querySelector('h1')?.getBoundingClientRect().top);
  if (Number(top) > 300) throw new Error(`The page begins ${String(top)} px down.`);
  await click(driver, '.sb-contents-link');
  await until(driver, 'the contents', () => {
    const top = document.getElementById('sb-contents')?.getBoundingClientRect().top ?? -1;
    return top >= 0 && top < innerHeight;
  });
  await click(driver, '.sb-toc a');
  await click(driver, '.sb-prose p .sb-cite');
  await until(driver, 'the work in the list', () =>
    document.querySelector('.sb-references :target'),
  );
}

/** Answers the first question of a page's quiz, and finds the answer after a reload. */
export async function answerQuiz(driver: WebDriver, address: string): Promise<void> {
  await driver.get(address);
  await wakeQuiz(driver);
  const gap = await run(driver, () => {
    const stem = document.querySelector('.sb-quiz .sb-stem')?.getBoundingClientRect();
    const choice = document.querySelector('.sb-quiz .sb-choice')?.getBoundingClientRect();
    return (choice?.top ?? 0) - (stem?.bottom ?? 0);
  });
  if (Number(gap) < 8) throw new Error(`The choices stand ${String(gap)} px below the question.`);
  await click(driver, '.sb-quiz input[type=radio]');
  await click(driver, '.sb-quiz .sb-question ~ * .sb-button, .sb-quiz form .sb-button');
  const answered = () => /\b1 of \d+ answered/.test(document.body.innerText);
  await until(driver, 'the answer to count', answered);
  await driver.navigate().refresh();
  await wakeQuiz(driver);
  await until(driver, 'the answer to be remembered', answered);
  await run(driver, () => {
    localStorage.clear();
  });
}

async function wakeQuiz(driver: WebDriver): Promise<void> {
  await until(driver, 'the quiz', () => {
    const quiz = document.querySelector('.sb-quiz');
    quiz?.scrollIntoView();
    return quiz?.matches('.is-live[data-quiz]');
  });
}

/** Waits until the site is kept, then reads pages and searches without the server. */
export async function stayOffline(
  driver: WebDriver,
  root: string,
  closeServer: () => Promise<void>,
): Promise<void> {
  await driver.get(`${root}faq/`);
  await until(
    driver,
    'the copy for offline reading',
    () => {
      void navigator.serviceWorker.getRegistration().then((registration) => {
        document.documentElement.dataset['kept'] = registration?.active?.state ?? '';
      });
      return document.documentElement.dataset['kept'] === 'activated';
    },
    4 * patience,
  );
  await closeServer();
  for (const path of ['mis-attunement/', 'references/', '']) await readPage(driver, root + path);
  await search(driver, `${root}attunement/`);
}

/** Runs a function in the page. */
function run<A extends unknown[]>(
  driver: WebDriver,
  inPage: (...args: A) => unknown,
  ...args: A
): Promise<unknown> {
  return driver.executeScript(`return (${String(inPage)})(...arguments)`, ...args);
}

async function until(
  driver: WebDriver,
  what: string,
  inPage: () => unknown,
  longest = patience,
): Promise<void> {
  const script = `return Boolean((${String(inPage)})())`;
  await driver.wait(() => driver.executeScript<boolean>(script), longest, `Missing: ${what}`);
}

async function click(driver: WebDriver, selector: string): Promise<void> {
  const element = await driver.findElement({ css: selector });
  await element.click();
}

async function press(driver: WebDriver, ...keys: string[]): Promise<void> {
  for (const key of keys) await driver.actions().sendKeys(key).perform();
}

async function type(driver: WebDriver, text: string): Promise<void> {
  await press(driver, ...text);
}
