import { existsSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { buildSite } from './site.ts';

const handout = `---
title: A sheet
description: One page to print for the test of what paper says about where the guide lives.
template: splash
pagefind: false
published: 2026-11-27
updated: 2026-11-27
review: 2027-11-27
---

import Handout from '~/components/Handout.astro';

<Handout from="/faq/" title="Questions">

Text.

</Handout>
`;

const heads = /<link rel="canonical"|property="og:(url|image)"|rel="sitemap"/;

test('without SITE_URL no page says where it lives', () => {
  const read = (path: string) => readFileSync(`dist/${path}`, 'utf8');
  expect(read('faq/index.html')).not.toMatch(heads);
  expect(existsSync('dist/sitemap-index.xml')).toBe(false);
  expect(existsSync('dist/robots.txt')).toBe(false);
  expect(existsSync('dist/opensearch.xml')).toBe(false);
  expect(read('feed.xml')).not.toMatch(/<link[^>]*https?:/);
  expect(read('handouts/five-things/index.html')).toContain(
    'a field guide to secure attachment. Look for',
  );
});

test('canonical and sitemap addresses take all of SITE_URL, its folder too; the rest stays relative', async () => {
  const site = await buildSite({
    content: 'outline',
    env: { SITE_URL: 'https://user.example/book/' },
    files: { 'src/content/docs/handouts/five-things.mdx': handout },
  });
  onTestFinished(site.remove);
  expect(site.output).toContain('Complete!');
  // The copy was laid over, and not the project.
  const own = readFileSync('src/content/docs/handouts/five-things.mdx', 'utf8');
  expect(own).not.toContain('title: A sheet');
  const page = site.read('faq/index.html');
  expect(page).toContain('<link rel="canonical" href="https://user.example/book/faq/"');
  expect(page).toContain('content="https://user.example/book/social/faq.png"');
  const card = readFileSync(site.dist('social/faq.png'));
  expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(page).toMatch(
    /rel="sitemap"[^>]*href="\.\.\/sitemap-index\.xml"|href="\.\.\/sitemap-index\.xml"[^>]*rel="sitemap"/,
  );
  expect(site.read('sitemap-index.xml')).toContain('https://user.example/book/sitemap-0.xml');
  expect(site.read('sitemap-0.xml')).toContain('<loc>https://user.example/book/faq/</loc>');
  expect(site.read('robots.txt')).toContain('Sitemap: https://user.example/book/sitemap-index.xml');
  expect(site.read('feed.xml')).toContain(
    '<link rel="self" href="https://user.example/book/feed.xml"/>',
  );
  expect(site.read('feed.xml')).toContain('<link href="https://user.example/book/faq/"/>');
  expect(page).toMatch(/<link rel="search"[^>]*href="\.\.\/opensearch\.xml"/);
  expect(site.read('opensearch.xml')).toContain(
    'template="https://user.example/book/search/?q={searchTerms}"',
  );
  expect(site.read('handouts/five-things/index.html')).toContain(' at user.example/book.');
  const body = page.slice(page.indexOf('<body'));
  expect(body).toContain('href="../about/"');
});
