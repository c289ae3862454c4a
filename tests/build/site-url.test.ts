import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Absolute URLs that a build has only with a public URL; tests/build/other-guide.test.ts tests such a build. */
const heads = /<link rel="canonical"|property="og:(url|image)"|rel="sitemap"/;

test('without SITE_URL no page has an absolute URL of the site', () => {
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
