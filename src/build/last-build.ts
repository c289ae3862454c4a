import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles, type BuiltSite } from './built-site.ts';
import { digestFiles } from './shared/keep-on-disk.ts';

/** Settings of the environment that change what a build makes. */
const settings =
  /^(SITE_URL|SOURCE_DATE_EPOCH|SECURITY_CONTACT|NETLIFY|URL|VERCEL_\w+|PAGEFIND_\w+)$/;

const digests = new Map<string, string>();

/**
 * A digest of all that a build is made from: sources, static files, packages, Node and settings. They are read
 * once in a process, since a build whose sources change meanwhile is of no use.
 */
export function digestSources(root: string): string {
  const known = digests.get(root);
  if (known !== undefined) return known;
  const environment = Object.entries(process.env).filter(([name]) => settings.test(name));
  const digest = digestFiles(
    [
      'package.json',
      'package-lock.json',
      'astro.config.mjs',
      'node_modules/.package-lock.json',
      'src',
      'public',
    ],
    { node: process.version, environment: environment.sort() },
    root,
  );
  digests.set(root, digest);
  return digest;
}

/** Digest of what the steps are given: the sources, and the files that Astro has rendered. */
export function digestGiven(site: BuiltSite, sources: string): string {
  const hash = createHash('sha256').update(sources);
  for (const path of site.paths) hash.update(`\0${path}\0`).update(site.read(path));
  return hash.digest('hex');
}

/** Whether the last build, in the folder `dist`, was made of what has this digest, and has been left alone since. */
export function isStillBuilt(dist: string, given: string, cacheDir: URL): boolean {
  const file = fileIn(cacheDir);
  return existsSync(file) && readFileSync(file, 'utf8') === `${given} ${digestState(dist)}`;
}

/** Remembers of what the build in the folder `dist` was made. */
export function rememberBuild(dist: string, given: string, cacheDir: URL): void {
  mkdirSync(dirname(fileIn(cacheDir)), { recursive: true });
  writeFileSync(fileIn(cacheDir), `${given} ${digestState(dist)}`);
}

function fileIn(cacheDir: URL): string {
  return fileURLToPath(new URL('./steps/last-build.txt', cacheDir));
}

/** Digest of the names, sizes and times of a folder's files; a Git repository in it may change. */
function digestState(folder: string): string {
  const hash = createHash('sha256');
  for (const path of existsSync(folder) ? listFiles(folder) : []) {
    if (/^\.git(\/|$)/.test(path)) continue;
    const { size, mtimeMs } = statSync(folder + path);
    hash.update(`\0${path}\0${String(size)} ${String(mtimeMs)}`);
  }
  return hash.digest('hex');
}
