import { expect, test } from '../journey.ts';
import { findFaults } from './faults.ts';

test('a page with faults is found at fault, and a part or a rule alone is judged alone', async ({
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
});
