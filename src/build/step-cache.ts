import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildContext, BuildStep } from './run-steps.ts';
import { digestFiles } from './shared/keep-on-disk.ts';

/** A step that reads the site and writes files of its own, and so need not run again on the same site. */
export interface CachedStep {
  name: string;
  /** Files of the site that it reads. */
  reads: RegExp;
  /** Files that it writes. */
  writes: RegExp;
  /** The step, which is loaded only when it runs. */
  load: () => Promise<BuildStep>;
}

/** What an earlier run left: what it was made from, what it said, and its files, which lie in one after another. */
interface Kept {
  digest: string;
  said: string;
  files: [path: string, length: number][];
}

/**
 * A step whose files are taken from the last build where nothing differs that they are made from: the
 * files of the site that it reads, all sources (content, code and styles), the packages and the
 * settings of the build.
 */
export function cacheStep({ name, reads, writes, load }: CachedStep): BuildStep {
  return {
    name,
    run: async (context) => {
      const { site, cacheDir } = context;
      const folder = fileURLToPath(new URL(`./steps/${name}/`, cacheDir));
      const digest = digestOf(
        context,
        site.paths.filter((path) => reads.test(path)),
      );
      const kept = readKept(folder);
      if (kept?.digest === digest) {
        const bytes = readFileSync(join(folder, 'files.bin'));
        let at = 0;
        for (const [path, length] of kept.files)
          site.write(path, bytes.subarray(at, (at += length)));
        return `${kept.said} (kept from the last build)`;
      }
      const said = await (await load()).run(context);
      const written = site.paths.filter((path) => writes.test(path));
      const contents = written.map((path) => site.read(path));
      const files = written.map((path, at): Kept['files'][number] => [
        path,
        contents[at]?.length ?? 0,
      ]);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'files.bin'), Buffer.concat(contents));
      const left: Kept = { digest, said, files };
      writeFileSync(join(folder, 'kept.json'), JSON.stringify(left));
      return said;
    },
  };
}

function readKept(folder: string): Kept | undefined {
  const path = join(folder, 'kept.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Kept) : undefined;
}

function digestOf(context: BuildContext, paths: readonly string[]): string {
  const hash = createHash('sha256').update(context.sources);
  for (const path of paths) hash.update(`\0${path}\0${context.site.digest(path)}`);
  return hash.digest('hex');
}

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
