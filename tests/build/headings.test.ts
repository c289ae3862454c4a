import { expect, test } from 'vitest';
import { pages } from '../pages.ts';
import { readBuiltPage, textOf } from './document.ts';

test.each(pages().map(readBuiltPage))(
  '$path has one first heading, and skips no level below it',
  ({ elements }) => {
    const headings = elements.filter(({ tagName }) => /^h[1-6]$/.test(tagName));
    const levels = headings.map(({ tagName }) => Number(tagName[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const main = headings.slice(levels.indexOf(1));
    const skipped = main.filter((heading, index) => {
      const before = main[index - 1];
      return before && Number(heading.tagName[1]) > Number(before.tagName[1]) + 1;
    });
    expect(skipped.map(textOf)).toEqual([]);
  },
);
