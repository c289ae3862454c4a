import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuiltSite } from './built-site.ts';
import { digestFiles } from './shared/disk-cache.ts';
import { listFiles } from './shared/list-files.ts';

/** Environment variables that change the output of a build. */
const settings =
  /^(SITE_URL|SOURCE_DATE_EPOCH|SECURITY_CONTACT|NETLIFY|URL|VERCEL_\w+|PAGEFIND_\w+)$/;

/** Everything but Node and the environment that changes the output; esbuild and Pagefind read their settings here. */
const sources = [
  ...['package.json', 'package-lock.json', 'node_modules/.package-lock.json'],
  ...['astro.config.mjs', 'tsconfig.json'],
  ...['toml', 'yml', 'yaml', 'json'].map((extension) => `pagefind.${extension}`),
  ...['src', 'public'],
];

/** A digest of everything a build depends on: sources, static files, packages, Node and settings. */
export function digestSources(root: string, environment = process.env): string {
  const variables = Object.entries(environment).filter(([name]) => settings.test(name));
  return digestFiles(sources, { node: process.version, variables: variables.sort() }, root);
}

/** A digest of what the build steps read: the sources and the files that Astro has rendered. */
export function digestInput(site: BuiltSite, sources: string): string {
  const hash = createHash('sha256').update(sources);
  for (const path of site.paths) hash.update(`\0${path}\0`).update(site.read(path));
  return hash.digest('hex');
}

/** Whether `dist` is unchanged since a build of the input with this digest. */
export function isUpToDate(dist: string, input: string, cacheDir: URL): boolean {
  const file = fileIn(cacheDir);
  return existsSync(file) && readFileSync(file, 'utf8') === `${input} ${digestFolder(dist)}`;
}

/** Records that `dist` was built from the input with this digest. */
export function recordBuild(dist: string, input: string, cacheDir: URL): void {
  mkdirSync(dirname(fileIn(cacheDir)), { recursive: true });
  writeFileSync(fileIn(cacheDir), `${input} ${digestFolder(dist)}`);
}

function fileIn(cacheDir: URL): string {
  return fileURLToPath(new URL('./steps/last-build.txt', cacheDir));
}

/** A digest of the names, sizes and modification times of a folder's files, except its Git repository. */
function digestFolder(folder: string): string {
  const hash = createHash('sha256');
  for (const path of listFiles(folder)) {
    if (/^\.git(\/|$)/.test(path)) continue;
    const { size, mtimeMs } = statSync(folder + path);
    hash.update(`\0${path}\0${String(size)} ${String(mtimeMs)}`);
  }
  return hash.digest('hex');
}
