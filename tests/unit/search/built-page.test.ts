import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { readBuiltPage } from '../../../src/features/search/build/documents.ts';

const page = (body: string) =>
  readBuiltPage(
    fromHtml(`<!doctype html><nav>Menu</nav><main data-pagefind-body>${body}</main>`),
    'page/',
  );

test('a page that is not marked for search has no entries', () => {
  expect(readBuiltPage(fromHtml('<main><h1>Title</h1><p>Text.</p></main>'), 'page/')).toEqual([]);
});

test('text belongs to the heading above it, however deeply either is nested', () => {
  expect(
    page(
      '<h1>Title.</h1><p>Top &amp; <em>more</em>.</p><div><h2 id="a">First</h2><div><p>One.</p></div></div>' +
        '<section><h3 id="b">Second?</h3><ul><li>Two.</li><li>Three.</li></ul></section>',
    ),
  ).toMatchObject([
    { kind: 'page', page: 'Title', anchor: '', title: 'Title', text: 'Top & more.' },
    { kind: 'page', page: 'Title', anchor: 'a', title: 'First', text: 'One.' },
    { kind: 'question', page: 'Title', anchor: 'b', title: 'Second?', text: 'Two. Three.' },
  ]);
});

test('text after a part that has a heading of its own belongs to the heading before', () => {
  const sections = page(
    '<h1>T</h1><h2 id="help">Help</h2><p>Ring.</p>' +
      '<section aria-labelledby="nz"><h3 id="nz">New Zealand</h3><p>111.</p></section><p>Or write.</p>',
  );
  expect(sections.map(({ anchor, text }) => [anchor, text])).toEqual([
    ['help', 'Ring. Or write.'],
    ['nz', '111.'],
  ]);
});

test('a full stop is added to a block without end punctuation, and only then', () => {
  const blocks =
    '<p>One</p><p>It was 14%</p><p>“I’m here.”</p><p>Three (so.)</p><p>Four:</p><p>Five</p>';
  expect(page(`<h1>T</h1>${blocks}`)[0]?.text).toBe(
    'One. It was 14%. “I’m here.” Three (so.) Four: Five.',
  );
});

test('scripts, styles and ignored elements are left out', () => {
  const sections = page(
    '<h1>T</h1><p>Seen.</p><div data-pagefind-ignore><p>Quiz.</p></div><script>let code;</script><style>p{}</style>',
  );
  expect(sections.map(({ text }) => text)).toEqual(['Seen.']);
});

test('terms and works are separate entries, with the pages they link to', () => {
  const found = page(
    '<h1>T</h1><div data-search-entry="term"><b id="safe-haven">Safe haven.</b> Where one turns. <a href="/faq/#x">FAQ</a></div>' +
      '<p data-search-entry="work" id="w1">Bowlby, J. (1988). <i>A secure base</i>. https://site.example/x <a href="/faq/">FAQ</a></p>' +
      '<p data-search-entry="work" id="w2">Main, M., Kaplan, N., &amp; Cassidy, J. (1985). Security.</p>',
  );
  expect(found.map(({ kind, anchor, title, links }) => [kind, anchor, title, links])).toEqual([
    ['term', 'safe-haven', 'Safe haven', ['faq/']],
    ['work', 'w1', 'Bowlby (1988)', ['faq/']],
    ['work', 'w2', 'Main et al. (1985)', []],
  ]);
  expect(found[0]?.text).toBe('Where one turns. FAQ.');
});
