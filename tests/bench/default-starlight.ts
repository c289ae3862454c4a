import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { listFiles } from '../../src/build/shared/list-files.ts';
import { toMarkdown } from '../../src/build/markdown-alternates.ts';
import { runBuild } from '../build/site.ts';

const config = `
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  cacheDir: './.cache',
  integrations: [
    { name: '@astrojs/sitemap', hooks: {} },
    starlight({ title: 'Secure Base' }),
  ],
});
`;

const collections = `
import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/**
 * Builds the text of every page of dist/ with a default Starlight site. Returns the folder of the built site.
 * @throws Error with the build's output when it fails.
 */
export async function buildDefaultStarlight(): Promise<string> {
  const dir = makeDefaultStarlight('dist');
  const { ok, output } = await runBuild(dir);
  if (!ok) throw new Error(`The default Starlight site did not build:\n${output}`);
  return join(dir, 'dist');
}

/**
 * Creates a default Starlight project with the text of every page of a built site, except 404.html: the Markdown
 * alternate, or for pages without one, such as worksheets, their HTML converted to Markdown.
 */
export function makeDefaultStarlight(dist: string): string {
  const dir = resolve('.cache/sites/default-starlight');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'src/content/docs'), { recursive: true });
  symlinkSync(realpathSync('node_modules'), join(dir, 'node_modules'), 'junction');
  // Astro bundles only the packages with components that package.json lists.
  cpSync('package.json', join(dir, 'package.json'));
  writeFileSync(join(dir, 'astro.config.mjs'), config);
  writeFileSync(join(dir, 'src/content.config.ts'), collections);
  for (const path of listFiles(dist)) {
    if (!path.endsWith('.html') || path === '404.html') continue;
    const name = path.replace(/(\/?index)?\.html$/, '') || 'index';
    const file = join(dir, 'src/content/docs', `${name}.md`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, toPage(readMarkdown(dist, path, name)));
  }
  return dir;
}

function readMarkdown(dist: string, path: string, name: string): string {
  const alternate = join(dist, `${name}.md`);
  if (existsSync(alternate)) return readFileSync(alternate, 'utf8');
  const html = readFileSync(join(dist, path), 'utf8');
  const title = /<title>([^<|]*?)\s*[|<]/.exec(html)?.[1] ?? 'Secure Base';
  const page = fromHtml(html);
  return `# ${title}\n\n${toMarkdown(page) ?? toMarkdown(page, 'sb-worksheet') ?? ''}`;
}

/** Moves the title to the front matter, from which Starlight shows it. */
function toPage(alternate: string): string {
  const text = alternate.replace(/^---\n.*?\n---\n/s, '');
  const title = /^# (.*)$/m.exec(text)?.[1] ?? 'Secure Base';
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text.replace(/^# .*$/m, '')}`;
}
