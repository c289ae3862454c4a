import { existsSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { buildSite, type Built } from './site.ts';

const built: Built[] = [];
afterAll(() => {
  for (const site of built) site.remove();
});

async function build(siteUrl: string | undefined) {
  const site = await buildSite({ content: 'outline', env: { SITE_URL: siteUrl } });
  built.push(site);
  expect(site.output).toContain('Complete!');
  return site;
}

const heads = /<link rel="canonical"|property="og:(url|image)"|rel="sitemap"/;

test('without SITE_URL no page says where it lives', async () => {
  const site = await build(undefined);
  expect(site.read('faq/index.html')).not.toMatch(heads);
  expect(existsSync(site.dist('sitemap-index.xml'))).toBe(false);
});

test('canonical and sitemap addresses take all of SITE_URL, its folder too; the rest stays relative', async () => {
  const site = await build('https://user.example/book/');
  const page = site.read('faq/index.html');
  expect(page).toContain('<link rel="canonical" href="https://user.example/book/faq/"');
  expect(page).toContain('content="https://user.example/book/social/faq.png"');
  expect(page).toMatch(
    /rel="sitemap"[^>]*href="\.\.\/sitemap-index\.xml"|href="\.\.\/sitemap-index\.xml"[^>]*rel="sitemap"/,
  );
  expect(site.read('sitemap-index.xml')).toContain('https://user.example/book/sitemap-0.xml');
  expect(site.read('sitemap-0.xml')).toContain('<loc>https://user.example/book/faq/</loc>');
  const body = page.slice(page.indexOf('<body'));
  expect(body).toContain('href="../about/"');
});
