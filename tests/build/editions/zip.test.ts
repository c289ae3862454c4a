import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { BuiltSite } from '../../../src/build/built-site.ts';
import type { BuildContext } from '../../../src/build/run-steps.ts';
import { folder } from '../../../src/features/editions/build/folder.ts';
import { zip } from '../../../src/features/editions/build/zip.ts';
import { pages } from '../../pages.ts';

const bytes = new Uint8Array([1, 2, 3]);

test('the same files give the same bytes, in whatever order and time zone', () => {
  const before = process.env['TZ'];
  const archives = ['Asia/Kolkata', 'America/Los_Angeles'].map((zone, index) => {
    process.env['TZ'] = zone;
    const files: [string, Uint8Array][] = [
      ['a/b', bytes],
      ['c', bytes],
    ];
    return zip(new Map(index ? files.reverse() : files), '2026-11-24');
  });
  process.env['TZ'] = before;
  expect(archives[0]).toEqual(archives[1]);
});

test('an archive unpacks to what was put in, its kind first and stored as it is', () => {
  const files = { 'ä/b': bytes, c: new Uint8Array(), mimetype: strToU8('application/epub+zip') };
  const archive = zip(new Map(Object.entries(files)), '2026-11-24');
  expect(unzipSync(archive)).toEqual(files);
  expect(strFromU8(archive.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
});

test('a page opened inside the ZIP file, without its style, says to unpack it first', () => {
  const files = unzipSync(readFileSync('dist/editions/secure-base.zip'));
  const page = strFromU8(files['secure-base/index.html'] ?? new Uint8Array());
  expect(page).toMatch(/<body[^>]*><p class="sb-unpack-first">[^<]*Unpack/);
  const sheets = Object.entries(files).filter(([name]) => name.endsWith('.css'));
  const style = sheets.map(([, bytes]) => strFromU8(bytes)).join('');
  expect(style).toMatch(/\.sb-unpack-first\s*\{\s*display:\s*none/);
});

test('the double-click edition has every page, and nothing that only a server can use', () => {
  const names = Object.keys(unzipSync(readFileSync('dist/editions/secure-base.zip')));
  const found = names.filter((name) => name.endsWith('.html'));
  const expected = pages()
    .filter((path) => path !== '/404.html')
    .map((path) => `secure-base${path}index.html`);
  expect(found.sort()).toEqual(expected.sort());
  expect(
    names.filter((name) => /sw\.js|\.webmanifest|site-root|sitemap|editions\//.test(name)),
  ).toEqual([]);
});

test('a double-click edition that would link to a missing file is not made', async () => {
  const root = mkdtempSync(join(tmpdir(), 'sb-folder-'));
  writeFileSync(
    join(root, 'index.html'),
    '<head></head><body><img srcset="./index.html 1x, ./no.png 2x"></body>',
  );
  const context = { site: new BuiltSite(root), src: 'src/' } as BuildContext;
  await expect(async () => folder.run(context)).rejects.toThrow('links to no.png');
});
