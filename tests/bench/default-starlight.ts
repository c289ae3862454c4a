import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
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
 * Builds the text of every page of dist/ with Starlight as it comes. Returns the folder of the site.
 * @throws Error with the build's output when it fails.
 */
export async function buildDefaultStarlight(): Promise<string> {
  const dir = makeDefaultStarlight('dist');
  const { ok, output } = await runBuild(dir);
  if (!ok) throw new Error(`The default Starlight site did not build:\n${output}`);
  return join(dir, 'dist');
}

/** A project of Starlight as it comes, with the text of every page of a built site, from the pages' Markdown. */
export function makeDefaultStarlight(dist: string): string {
  const dir = resolve('.cache/sites/default-starlight');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'src/content/docs'), { recursive: true });
  symlinkSync(realpathSync('node_modules'), join(dir, 'node_modules'), 'junction');
  // Astro bundles those packages with components that the project names as its own.
  cpSync('package.json', join(dir, 'package.json'));
  writeFileSync(join(dir, 'astro.config.mjs'), config);
  writeFileSync(join(dir, 'src/content.config.ts'), collections);
  for (const name of readdirSync(dist).filter((file) => file.endsWith('.md')))
    writeFileSync(
      join(dir, 'src/content/docs', name),
      toPage(readFileSync(join(dist, name), 'utf8')),
    );
  return dir;
}

/** Starlight prints the title itself, from the front matter. */
function toPage(twin: string): string {
  const text = twin.replace(/^---\n.*?\n---\n/s, '');
  const title = /^# (.*)$/m.exec(text)?.[1] ?? 'Secure Base';
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text.replace(/^# .*$/m, '')}`;
}
