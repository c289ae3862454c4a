import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildSite } from './site.ts';

test('builds a copy with files laid over it, leaving the project alone', async () => {
  const page =
    '---\ntitle: Laid over\ndescription: A page that stands in the fixture alone and nowhere in the project itself.\ntemplate: splash\npublished: 2026-01-01\nupdated: 2026-01-01\nreview: 2027-01-01\n---\n\nOnly here.\n';
  const site = await buildSite({
    content: 'outline',
    files: { 'src/content/docs/handouts/laid-over.mdx': page },
  });
  try {
    expect(site.output).toContain('Complete!');
    expect(site.ok).toBe(true);
    expect(site.read('handouts/laid-over/index.html')).toContain('Only here.');
    expect(existsSync('src/content/docs/handouts/laid-over.mdx')).toBe(false);
  } finally {
    site.remove();
  }
});
