import { expect, test } from 'vitest';
import { pages } from '../pages.ts';
import { attribute, readBuiltPage, textOf } from './document.ts';

const read = pages().map(readBuiltPage);

const titles = read.map(({ elements }) =>
  elements
    .filter(({ tagName, parentNode }) => tagName === 'title' && parentNode?.nodeName === 'head')
    .map(textOf),
);
const descriptions = read.map(({ elements }) =>
  elements
    .filter((element) => attribute(element, 'name') === 'description')
    .map((element) => attribute(element, 'content')),
);

test.each([
  ['title', titles],
  ['description', descriptions],
])('every page has one %s, and no other page has it', (_, found) => {
  expect(found.filter((one) => one.length !== 1 || !one[0]?.trim())).toEqual([]);
  expect(new Set(found.flat()).size).toBe(found.length);
});
