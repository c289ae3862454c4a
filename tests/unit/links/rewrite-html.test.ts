import { expect, test } from 'vitest';
import { rewriteHtml } from '../../../src/build/links/rewrite.ts';

/** Marks every address that was found. */
function rewrite(html: string): string {
  const link = (url: string) => `[${url}]`;
  const guess = (url: string) => (url.startsWith('/') ? link(url) : url);
  return rewriteHtml(html, { link, guess, script: () => undefined });
}

test.each([
  ['<a href="/x">', '<a href="[/x]">'],
  ["<A HREF='/x'>", "<A HREF='[/x]'>"],
  ['<a href=/x>', '<a href=[/x]>'],
  ['<a href = "/x" class=y>', '<a href = "[/x]" class=y>'],
  ['<a title="a > b" href="/x">', '<a title="a > b" href="[/x]">'],
  ['<a title=\'say "hi"\' href="/x">', '<a title=\'say "hi"\' href="[/x]">'],
  ["<p title=it's><a href=/x>", "<p title=it's><a href=[/x]>"],
  ['<a\n  href="/x"\n>', '<a\n  href="[/x]"\n>'],
  ['<img src="/x"/>', '<img src="[/x]"/>'],
  ['<img srcset="/a 1x, /b 2x">', '<img srcset="[/a] 1x, [/b] 2x">'],
  ['<img srcset="/a">', '<img srcset="[/a]">'],
  ['<link imagesrcset="/a 100w,/b 200w">', '<link imagesrcset="[/a] 100w,[/b] 200w">'],
  ['<video poster="/x">', '<video poster="[/x]">'],
  ['<form action="/x"><button formaction="/y">', '<form action="[/x]"><button formaction="[/y]">'],
  ['<use xlink:href="/x#y">', '<use xlink:href="[/x#y]">'],
  ['<object data="/x">', '<object data="[/x]">'],
  ['<b data-url="/x" data-card-src="/y">', '<b data-url="[/x]" data-card-src="[/y]">'],
  ['<b data-words="/x">', '<b data-words="/x">'],
  ['<b style="background:url(/x)">', '<b style="background:url([/x])">'],
  ['<style>a{b:url("/x")}</style>', '<style>a{b:url("[/x]")}</style>'],
  [
    '<meta content="/x" property="og:image"><meta name="a" content="/x">',
    '<meta content="[/x]" property="og:image"><meta name="a" content="/x">',
  ],
  [
    '<meta http-equiv="refresh" content="0; url=/x">',
    '<meta http-equiv="refresh" content="0; url=[/x]">',
  ],
])('finds the addresses of %s', (html, expected) => {
  expect(rewrite(html)).toBe(expected);
});

test.each([
  '<!-- <a href="/x"> -->',
  '<!doctype html>',
  'if a </x href="/x">',
  '1 < 2 href="/x"',
  '<title><a href="/x"></title>',
  '<textarea><a href="/x"></textarea>',
  '<script>const a = \'<a href="/x">\';</script>',
  '<script type="text/x-template"><a href="/x"></script>',
  '<a href="',
  '<a href="/x',
  '<',
  '<!-- href="/x"',
  '<script>import "/x"',
])('leaves %s as it is where nothing is an address', (html) => {
  const expected = html.replace('import "/x"', 'import "[/x]"');
  expect(rewrite(html)).toBe(expected);
});

test('goes on after a script, a comment and a title', () => {
  const html = '<script>"</scripty"</script><!--<a>--><title>a<b</title><a href="/x">';
  expect(rewrite(html)).toBe(html.replace('/x', '[/x]'));
});

test('rewrites the modules that an inline script imports', () => {
  const html =
    '<script type="module">import"/a.js";import b from "/b.js";import(\'/c.js\')</script>';
  expect(rewrite(html)).toContain('import"[/a.js]";import b from "[/b.js]";import(\'[/c.js]\')');
});

test('reads and writes character references', () => {
  expect(rewrite('<a href="/x?a=1&#38;b=&quot;">')).toBe('<a href="[/x?a=1&#38;b=&#34;]">');
});

test('rewrites an island’s script and its properties, links within HTML too', () => {
  const html =
    '<astro-island component-url="/c.js" props="{&quot;a&quot;:[0,&quot;/x&quot;],&quot;b&quot;:[0,&quot;<a href=\\&quot;/y\\&quot;>/z</a>&quot;],&quot;c&quot;:[0,&quot;/&quot;],&quot;href&quot;:[0,&quot;/&quot;]}">';
  const after = rewrite(html).replaceAll('&#34;', '"').replaceAll('&#60;', '<');
  expect(after).toContain('component-url="[/c.js]"');
  expect(after).toContain('"a":[0,"[/x]"]');
  expect(after).toContain('href=\\"[/y]\\">/z</a>');
  expect(after).toContain('"c":[0,"/"],"href":[0,"[/]"]');
});

test('counts islands, whose names would tell the folder of the build', () => {
  const html = '<astro-island uid="Z1kP"></astro-island><astro-island uid="aa"></astro-island>';
  expect(rewrite(html)).toBe(html.replace('Z1kP', '1').replace('aa', '2'));
});

test('rewrites strings of JSON data', () => {
  expect(rewrite('<script type="application/ld+json">{"url":"/x","n":"a/b"}</script>')).toContain(
    '{"url":"[/x]","n":"a/b"}',
  );
});
