import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { readPassages } from '../../../src/features/listening/client/passages.ts';
import { toUtterances } from '../../../src/features/listening/model/speakable.ts';

/** Speech of a page's prose, by passage. */
const said = (prose: string) => {
  const { document } = parseHTML(`<main><section class="sb-prose">${prose}</section></main>`);
  return readPassages(document).map(({ text }) => toUtterances(text).join(' '));
};

test('a citation in brackets is skipped, and a number keeps the space before it', () => {
  const cite = '<a class="sb-cite" href="#ref-a">(Ann, 2001)</a>';
  expect(said(`<p>The link rose from .12\n to .29 ${cite}.</p>`)).toEqual([
    'The link rose from 0.12 to 0.29.',
  ]);
});

test('closed details, and headings with nothing to read below them, are skipped', () => {
  const open = '<details open=""><summary>More</summary><p>Open.</p></details>';
  const folded = '<details><summary>Less</summary><p>Folded.</p></details>';
  expect(said(`<h2>One</h2>${open}${folded}<h2>Two</h2><table></table>`)).toEqual([
    'One',
    'More',
    'Open.',
  ]);
});

test('a figure is read as its title and description, then its caption', () => {
  const drawing = '<svg aria-labelledby="a"><title>A map</title><desc>Two roads.</desc></svg>';
  const caption = '<figcaption><p>Not to scale.</p></figcaption>';
  expect(said(`<figure><div>${drawing}</div>${caption}</figure>`)).toEqual([
    'Figure: A map. Two roads.',
    'Not to scale.',
  ]);
});
