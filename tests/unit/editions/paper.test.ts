import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { datePdf, toSinglePage } from '../../../src/features/editions/build/paper.ts';

const chapter = (slug: string, title: string, ...body: ReturnType<typeof h>[]) => ({
  slug,
  title,
  sections: [],
  body,
});

const html = toSinglePage(
  'Book',
  [
    chapter('cover', 'Book', h('h1', 'Book')),
    chapter(
      'one',
      'One',
      h('h2', { id: 'x' }, 'X'),
      h('a', { href: '#x' }, 'here'),
      h('a', { href: 'two.xhtml#x' }, 'there'),
      h('a', { href: 'two.xhtml' }, 'two'),
    ),
    chapter('two', 'Two', h('h2', { id: 'x' }, 'X')),
  ],
  'p{}',
);

test('ids carry their chapter, and links follow', () => {
  expect(html.match(/id="one--x"/g)).toHaveLength(1);
  expect(html.match(/id="two--x"/g)).toHaveLength(1);
  for (const href of ['#one--x', '#two--x', '#two']) expect(html).toContain(`href="${href}"`);
});

test('each chapter is in the contents and heads its own pages', () => {
  expect(html).toContain('<li><a href="#one">One</a></li>');
  expect(html).toContain('@page two{@top-center{content:"Two"}}');
});

test('puts the edition’s day in place of the clock’s and leaves every other byte', () => {
  const bytes = (text: string) => Uint8Array.from([...text].map((c) => c.charCodeAt(0)));
  const before = bytes(
    "\u00ff/CreationDate (D:20301231235959+00'00')/ModDate (D:20301231235959Z)\u0080",
  );
  const after = bytes(
    "\u00ff/CreationDate (D:20261124120000+00'00')/ModDate (D:20261124120000Z)\u0080",
  );
  expect(datePdf(before, '2026-11-24')).toEqual(after);
});
