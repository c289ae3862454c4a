import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { BuiltSite } from '../../../src/build/built-site.ts';
import { portableLinks } from '../../../src/build/links/portable-links.ts';
import type { BuildContext } from '../../../src/build/run-steps.ts';

const dir = mkdtempSync(join(tmpdir(), 'sb-links-'));
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

test('an address that leads nowhere, or holds only at a domain’s root, stops the build', async () => {
  const files = {
    'index.html': '<a href="/old.html">a</a>',
    'old.html': '<a href="/nope/">a</a><a href="faq/nope">b</a><img src="/no.png" alt="">',
    'older.html': '<a href="/nope/">a</a>',
    'sheet.css': 'a { background: url(/gone.png) }',
    'tool.js': 'fetch("/old.html"); const to = (path) => "/" + path;',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  const context = { site: new BuiltSite(dir), address: undefined } as unknown as BuildContext;
  const error: unknown = await Promise.resolve(portableLinks.run(context)).catch(
    (caught: unknown) => caught,
  );
  const { message, hint } = error as { message: string; hint: string };
  expect(message.split('\n')).toEqual([
    'old.html: "/nope/" leads to no file of the site. (and in 1 more file)',
    'old.html: "faq/nope" leads to no file of the site.',
    'old.html: "/no.png" leads to no file of the site.',
    'sheet.css: "/gone.png" leads to no file of the site.',
    "tool.js: A script holds /old.html, an address from a domain's root.",
    'tool.js: A script holds => "/" +, an address from a domain\'s root.',
  ]);
  expect(hint).toContain('Correct the address where it is written');
});
