import { expect, test } from '../journey.ts';
import { colourRules, findFaults } from './faults.ts';
import { findFigureFaults } from './figures.ts';

test('faults of a page are found, in all of it or with only some parts or rules checked', async ({
  page,
}) => {
  await page.goto('/404.html');
  await page.evaluate(() => {
    document.body.innerHTML =
      '<main><h1>Faults</h1><img src="/favicon.svg"><p>Pale</p><div id="apart"><button></button></div><p>Pale, too</p><input type="radio" aria-label="a"><input type="radio" aria-label="b"></main>';
    for (const pale of document.querySelectorAll('p')) pale.style.color = '#ccc';
  });
  const names = (faults: string[]) => faults.map((fault) => fault.split(':')[0]).sort();
  const all = ['button-name', 'color-contrast', 'image-alt', 'target-size', 'target-size'];
  expect(names(await findFaults(page))).toEqual(all);
  expect(names(await findFaults(page)), 'asked again').toEqual(all);
  expect(names(await findFaults(page, { within: '#apart' }))).toEqual(['button-name']);
  expect(names(await findFaults(page, { rules: ['image-alt'] }))).toEqual(['image-alt']);
});

test('the contrast of each look is checked, whatever makes it differ', async ({ page }) => {
  await page.goto('/404.html');
  await page.evaluate(() => {
    document.body.innerHTML =
      '<main><h1>Looks</h1><p id="one">One text</p><p id="other">Other text</p></main>';
    for (const text of document.querySelectorAll('p')) text.style.cssText = 'color: #767676';
    document.body.style.background = '#fff';
  });
  const colours = async () =>
    (await findFaults(page, { rules: colourRules })).map((fault) => fault.split('\n')[1]);
  const change = (selector: string, css: string) =>
    page.locator(selector).evaluate((element, more) => (element.style.cssText += more), css);
  expect(await colours(), 'contrast of 4.5').toEqual([]);
  await change('#other', '; color: #777');
  expect(await colours(), 'the colour').toEqual(['#other']);
  await change('#other', '; font-size: 24px');
  expect(await colours(), 'large text').toEqual([]);
  await change('#other', '; font-size: 16px; color: #767676');
  expect(await colours(), 'as the other, which is good').toEqual([]);
  await change('#other', '; opacity: 0.9');
  expect(await colours(), 'opacity').toEqual(['#other']);
  await change('#other', '; opacity: 1; background: #eee');
  expect(await colours(), 'its background').toEqual(['#other']);
  await change('#other', '; background: none');
  await change('main', '; background: #eee');
  expect(await colours(), "its parent's background, found once").toHaveLength(1);
  await change('main', '; background: none');
  await change('main', '; position: relative');
  await page.evaluate(() => {
    const box = document.createElement('div');
    box.style.cssText = 'position: absolute; inset: 0; background: #eee';
    document.body.prepend(box);
  });
  expect(await colours(), 'a box behind it, found once').toHaveLength(1);
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
