import { expect, test } from 'vitest';
import { toClassic, toFolderPage } from '../../../src/features/editions/model/folder-page.ts';

function convert(head: string, body = '') {
  const lifted: string[] = [];
  const lift = (kind: string, text: string) => {
    lifted.push(text);
    return `_astro/lifted.${kind}`;
  };
  const html = toFolderPage(`<head>${head}</head><body>${body}</body>`, '../', lift);
  return { html, lifted };
}

test.each([
  ['../faq/', '../faq/index.html'],
  ['../', '../index.html'],
  ['./', './index.html'],
  ['../faq/?a=/b#c/', '../faq/index.html?a=/b#c/'],
  ['../a.csv', '../a.csv'],
  ['#a', '#a'],
  ['https://a.example/b/', 'https://a.example/b/'],
])('leads %s to %s', (url, expected) => {
  expect(convert('', `<a href="${url}">x</a>`).html).toContain(`href="${expected}"`);
});

test('modules are run by name, in order, by one classic script', () => {
  const { html, lifted } = convert(
    '<script type="module" src="../_astro/a.js"></script><script type="module">import "./b.js"</script>',
  );
  expect(lifted).toEqual(['import "./b.js"']);
  expect(html).toContain(
    '<head><script src="../_astro/folder.js"></script>' +
      '<script src="../_astro/modules.js" data-run="_astro/a.js _astro/lifted.js" defer></script><link rel="stylesheet" href="../_astro/folder.css"></head>',
  );
});

test('styles that load fonts or are long are lifted out; others stay', () => {
  const long = 'e{}'.repeat(2000);
  const { html, lifted } = convert(
    `<style>a{b:url(c)}</style><style>d{}</style><style>${long}</style><style media="print">${long}</style>`,
  );
  expect(lifted).toEqual(['a{b:url(c)}', long]);
  const link = '<link rel="stylesheet" href="../_astro/lifted.css">';
  expect(html).toContain(`${link}<style>d{}</style>${link}<style media="print">${long}</style>`);
});

test('what only a server can give is left out', () => {
  const { html } = convert(
    '<link rel="manifest" href="../m"><link rel="modulepreload" href="../a.js"><link rel="icon" href="../i.svg"><meta property="og:image" content="../o.png"><meta name="description" content="d">',
  );
  expect(html).not.toMatch(/manifest|modulepreload|og:image/);
  expect(html).toMatch(/rel="icon".*name="description"/);
});

test('what only looks like a tag stays, in scripts, comments and attributes', () => {
  const body =
    '<!-- <a href="../a/"> --><script type="application/json">{"a":"<a href=\\"../a/\\">"}</script><p data-a=\'<a href="../a/">\' title="a > b">x</p>';
  expect(convert('', body).html).toContain(body);
});

test('import() is led to the edition’s own', () => {
  expect(toClassic('await import(a);b.import(c);$import(d);import("./e.js")')).toBe(
    'await sbImport(a);b.import(c);$import(d);sbImport("./e.js")',
  );
});
