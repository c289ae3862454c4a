import { expect, test } from 'vitest';
import { checkFigureWords, readFigureText } from '../../../src/features/figures/model/words.ts';
import { readSite } from '../../../src/content-model/check/read-site.ts';
import { readFigureDrawings } from '../../../src/features/figures/drawings.ts';
import { elementsIn, linesOf, textOf, wordsOf } from './words.ts';

test('line breaks of the file are kept, and the narrow layout may have its own', () => {
  const text = readFigureText('small-link', {
    caption: 'One.\n\nTwo {{work}}.',
    words: { more: 'More care', less: 'Less\ncare' },
    narrow: { more: 'More\ncare' },
  });
  expect(text.lines('more')).toEqual(['More care']);
  expect(text.of.narrow.lines('more')).toEqual(['More', 'care']);
  expect(text.of.narrow.lines('less')).toEqual(['Less', 'care']);
  expect(text.line('less')).toBe('Less care');
  expect(text.caption({ work: 'a' })).toEqual(['One.', 'Two a.']);
});

test('a label is a heading with the lines below it', () => {
  const text = wordsOf('press-withdraw-circle', {
    ...{ presses: 'One', pressesMore: 'a\nb', withdraws: 'Two', withdrawsMore: 'c' },
    ...{ toWithdrawing: 'd', toPressing: 'e' },
  });
  const drawings = readFigureDrawings(text);
  expect(drawings.map(({ layout }) => layout)).toEqual(['wide', 'narrow']);
  for (const drawing of drawings) {
    const [one, below] = linesOf(drawing).filter(({ text }) => ['One', 'a'].includes(text));
    expect(below?.x).toBe(one?.x);
    expect(below?.y).toBe((one?.y ?? NaN) + 20);
    expect(elementsIn(drawing, '.sb-strong').map(textOf)).toEqual(
      expect.arrayContaining(['One', 'Two']),
    );
  }
});

test('a missing text and a missing value are errors that name the file or the placeholder', () => {
  const text = wordsOf('small-link', { secure: '{{secures}} of {{families}}' });
  expect(() => text.line('more')).toThrow('words.yaml');
  expect(() => text.line('secure', { secure: 1, families: 2 })).toThrow('secures');
});

test('content:check reports missing and unknown words of figures, and unknown figures', () => {
  const yaml = [
    'small-link:',
    '  caption: A.',
    '  words:',
    '    more: a',
    '    less: b',
    '    secured: c',
    '    caution: d',
    '    cautionMore: e',
    'big-link:',
    '  caption: A.',
  ].join('\n');
  const { site } = readSite([{ path: 'src/content/figures/words.yaml', text: yaml }]);
  expect(checkFigureWords(site).map(({ line, message }) => `${String(line)} ${message}`)).toEqual([
    '1 The figure "small-link" lacks the word "secure".',
    '6 The figure "small-link" has no place for the word "secured".',
    '9 There is no figure "big-link".',
  ]);
});

test('content:check reports figures on a page without words or data', () => {
  const page = [
    '---',
    'title: A',
    '---',
    '',
    '<Figure id="small-link" />',
    '',
    '<Timeline />',
    '',
    '<Figure id="ship" />',
    '',
  ].join('\n');
  const { site } = readSite([{ path: 'src/content/docs/a.mdx', text: page }]);
  expect(checkFigureWords(site).map(({ line, message }) => `${String(line)} ${message}`)).toEqual([
    '5 <Figure id="small-link"> has no words.',
    '5 <Figure id="small-link"> has nothing to draw.',
    '7 <Timeline> has no words.',
    '7 <Timeline> has nothing to draw.',
    '9 There is no figure "ship".',
  ]);
});
