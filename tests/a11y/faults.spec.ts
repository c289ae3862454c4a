import { expect, test } from '../journey.ts';
import { colourRules, findFaults } from './faults.ts';
import { findFigureFaults } from './figures.ts';

test('faults of a page are found, in all of it or with only some parts or rules checked', async ({
  page,
}) => {
  await page.goto('/404.html');
  await page.evaluate(() => {
    document.body.innerHTML =
      '<main><h1>Faults</h1><img src="/favicon.svg"><p>Pale</p><div id="apart"><button></button></div></main>';
    for (const pale of document.querySelectorAll('p')) pale.style.color = '#ccc';
  });
  const names = (faults: string[]) => faults.map((fault) => fault.split(':')[0]).sort();
  expect(names(await findFaults(page))).toEqual(['button-name', 'color-contrast', 'image-alt']);
  expect(names(await findFaults(page, { within: '#apart' }))).toEqual(['button-name']);
  expect(names(await findFaults(page, { rules: ['image-alt'] }))).toEqual(['image-alt']);

  expect(names(await findFaults(page, { except: ['color-contrast', 'image-alt'] }))).toEqual([
    'button-name',
  ]);

  // New colours of the text or of its background are checked again.
  const ofEach = { rules: colourRules, newColours: 'each' } as const;
  const ofKind = { rules: colourRules, newColours: 'kind' } as const;
  expect(await findFaults(page, ofEach), 'judged with the whole page').toEqual([]);
  await page.locator('main').evaluate((main) => (main.style.background = '#bbb'));
  expect(names(await findFaults(page, ofEach))).toEqual(['color-contrast']);
  expect(await findFaults(page, ofEach)).toEqual([]);
  expect(names(await findFaults(page, ofKind))).toEqual(['color-contrast']);
  await page
    .locator('p')
    .first()
    .evaluate((text) => (text.style.color = '#aaa'));
  expect(names(await findFaults(page, ofEach))).toEqual(['color-contrast']);

  // Only one element of each kind is checked.
  await page.locator('p').evaluate((text) => {
    text.after(text.cloneNode(true));
    text.after(text.cloneNode(true));
  });
  expect(names(await findFaults(page, ofKind))).toEqual(['color-contrast']);
  expect(names(await findFaults(page, ofEach))).toEqual(['color-contrast', 'color-contrast']);
  expect(await findFaults(page, ofKind)).toEqual([]);
});

test('a figure without a drawing, and words in one that are small, cut or touching, are found', async ({
  page,
}) => {
  await page.goto('/404.html');
  await page.evaluate(() => {
    const word = (x: number, y: number, text: string, size = 16) =>
      `<text x="${String(x)}" y="${String(y)}" font-size="${String(size)}">${text}</text>`;
    document.body.innerHTML = `<figure class="sb-figure" id="drawn">
      <svg class="sb-fig" role="img" viewBox="0 0 400 100" width="400" height="100">${word(10, 20, 'small', 9)}${word(380, 50, 'cut off')}${word(10, 80, 'one')}${word(20, 80, 'other')}${word(200, 80, 'fine')}</svg>
      </figure><figure class="sb-figure" id="bare"><svg class="sb-fig" role="img" display="none"></svg></figure>`;
  });
  expect(await findFigureFaults(page)).toEqual([
    'bare: 0 drawings shown',
    'small: 9.0 px',
    'cut off: reaches over the canvas',
    'one / other: touch',
  ]);
});
