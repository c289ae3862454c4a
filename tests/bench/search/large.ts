import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BuiltSite } from '../../../src/build/built-site.ts';
import { indexSite } from '../../../src/features/search/build/search-index.ts';
import { syntheticPages } from '../synthetic.ts';

/** Copies dist/ into a folder, adds synthetic pages and indexes all pages again. */
export async function indexLargeSite(folder: string, count: number): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  cpSync('dist', folder, { recursive: true });
  rmSync(join(folder, 'pagefind'), { recursive: true, force: true });
  for (const [name, text] of Object.entries(syntheticPages(count))) {
    const path = join(folder, name.replace(/\.md$/, ''));
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'index.html'), toHtml(text));
  }
  await indexSite({ site: new BuiltSite(folder), content: 'src/content' });
}

/** Makes the part of a page that search indexes. */
function toHtml(markdown: string): string {
  const [, matter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(markdown) ?? [];
  const blocks = body.split(/\n\n+/).map((block, index) => {
    const heading = /^## (.*)$/.exec(block.trim())?.[1];
    return heading ? `<h2 id="part-${String(index)}">${heading}</h2>` : `<p>${block}</p>`;
  });
  const title = /^title: (.*)$/m.exec(matter)?.[1] ?? '';
  return `<!doctype html><main data-pagefind-body><h1>${title}</h1>${blocks.join('')}</main>`;
}
