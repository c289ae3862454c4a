import { expect, test } from 'vitest';
import { buildSite } from './site.ts';

test('an address that leads nowhere, or holds only at a domain’s root, stops the build', async () => {
  const site = await buildSite({
    content: 'outline',
    files: {
      'public/old.html': '<a href="/nope/">a</a><a href="faq/nope">b</a><img src="/no.png" alt="">',
      'public/older.html': '<a href="/nope/">a</a>',
      'public/sheet.css': 'a { background: url(/gone.png) }',
      'public/tool.js': 'fetch("/faq/index.html"); const to = (path) => "/" + path;',
    },
  });
  site.remove();
  expect(site.ok).toBe(false);
  for (const message of [
    'old.html: "/nope/" leads to no file of the site. (and in 1 more file)',
    'old.html: "faq/nope" leads to no file of the site.',
    'old.html: "/no.png" leads to no file of the site.',
    'sheet.css: "/gone.png" leads to no file of the site.',
    "tool.js: A script holds /faq/index.html, an address from a domain's root.",
    'tool.js: A script holds => "/" +, an address from a domain\'s root.',
    'Correct the address where it is written',
  ]) {
    expect(site.output).toContain(message);
  }
});
