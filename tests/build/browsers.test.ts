import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findDropped } from './browser-floor.ts';

/** Features that a supported browser lacks, with what its users see instead. */
const enhancements: Record<string, string> = {
  'properties.hanging-punctuation': 'opening marks stand in line with the text',
  'properties.text-wrap': 'lines break as they come',
  'properties.cursor.pointer': 'touch has no cursor',
  'properties.cursor.default': 'touch has no cursor',
  'properties.cursor.grab': 'touch has no cursor',
  'properties.scrollbar-width': 'a wider scrollbar',
  'properties.hyphenate-limit-chars': 'short words are parted, too',
  'properties.forced-color-adjust': 'Windows alone forces colours, and has no Safari',
  'properties.content-visibility': 'all of a page is laid out at once',
  'properties.contain-intrinsic-block-size': 'goes with content-visibility',
  'properties.overflow-clip-margin': 'goes with content-visibility',
  'properties.orphans': 'on paper, single lines at the edge of a page',
  'properties.widows': 'on paper, single lines at the edge of a page',
  'properties.break-after.avoid': 'on paper, a heading at the foot of a page',
  'selectors.selection': 'selected text in the colours of iOS',
  'selectors.popover-open':
    'links to the list of works, the glossary and the contents below the page',
  'selectors.has': 'Firefox 115: less colour on what is chosen; handouts take two sheets',
  'selectors.details-content': 'a script opens folded parts before printing',
  'media.scripting':
    'room is kept for controls that need script, which is said only where it is off',
};

/** All style sheets of dist/: files, inline ones, and that of search, which is in a script. */
function readStyles(): string {
  const styles = new Set<string>();
  for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
    if (!/\.(css|html|js)$/.test(file)) continue;
    const text = readFileSync(`dist/${file}`, 'utf8');
    if (file.endsWith('.css')) styles.add(text);
    if (file.endsWith('.html'))
      for (const [, style = ''] of text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g))
        styles.add(style);
    if (file.endsWith('.js'))
      for (const [, style = ''] of text.matchAll(/`(@layer [^`]*)`/g)) styles.add(style);
  }
  return [...styles].join('\n');
}

const styles = readStyles();

test('what is dropped by a supported browser has something earlier, or is a stated enhancement', () => {
  expect(styles).toContain('.sb-search');
  const dropped = findDropped(styles);
  expect([...dropped].filter(([feature]) => !(feature in enhancements))).toEqual([]);
  const outdated = Object.keys(enhancements).filter((feature) => !dropped.has(feature));
  expect(outdated, 'no longer used, or known to all').toEqual([]);
});

test.each([
  ['a { color: light-dark(#000, #fff) }', 'types.color.light-dark'],
  ['a { --ink: light-dark(#000, #fff) }', 'types.color.light-dark'],
  ['a { text-decoration: underline 2px }', 'properties.text-decoration.shorthand'],
  ["a { content: 'x' / '' }", 'properties.content.alt_text'],
  ['a { top: anchor(bottom) }', 'types.anchor'],
  ['a { float: inline-end }', 'properties.float.inline-end'],
  ['a:popover-open, b { color: red }', 'list with selectors.popover-open'],
])('%s is seen', (css, feature) => {
  expect([...findDropped(css).keys()]).toContain(feature);
});

test.each([
  "a { content: 'x'; content: 'x' / '' }",
  'a { -webkit-text-decoration: underline dotted; text-decoration: underline dotted }',
  '@supports (top: anchor(bottom)) { a { top: anchor(bottom) } }',
  '@supports selector(:popover-open) { a:popover-open, b { color: red } }',
])('%s has something for every browser', (css) => {
  expect([...findDropped(css)]).toEqual([]);
});

/** Paper is narrower than 48rem, but WebKit evaluates media queries with the window's width when printing. */
test('layouts wider than paper are for the screen', () => {
  const wide = [...styles.matchAll(/@media ([^{]*)/g)].filter(
    ([, query = '']) => Number(/width>=([\d.]+)rem/.exec(query)?.[1]) >= 48,
  );
  expect(wide.length).toBeGreaterThan(0);
  expect(wide.filter(([, query]) => !query?.startsWith('screen'))).toEqual([]);
});
