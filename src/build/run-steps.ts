import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { BuiltSite } from './built-site.ts';
import { digestGiven, digestSources, isStillBuilt, rememberBuild } from './last-build.ts';

/** What a step on the built site works with. */
export interface BuildContext {
  site: BuiltSite;
  /** The source folder, with "/" at its end. */
  src: string;
  /** The folder that authors edit. */
  content: string;
  /** Folder for what may be kept between builds. */
  cacheDir: URL;
  /** Where the site will live, when that is known. */
  address: URL | undefined;
}

/** A step on the built site. */
export interface BuildStep {
  name: string;
  /** Does it, and says what it did as a clause without a full stop. */
  run: (context: BuildContext) => string | Promise<string>;
}

/** Types of the index's files that browsers insist on. */
const types: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

/**
 * Runs the steps on the rendered site in their order. Astro builds in a folder of the cache, which takes
 * the place of the last build when everything has succeeded: a build that stops leaves that as it was.
 * Where the sources and all that Astro rendered are the same, the last build stays, and no step runs.
 */
export function runSteps(steps: readonly BuildStep[]): AstroIntegration {
  let dist = '';
  let sources = '';
  let src = '';
  let address: URL | undefined;
  let cacheDir: URL;
  return {
    name: 'build-steps',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        dist = fileURLToPath(config.outDir);
        if (command !== 'build') return;
        sources = digestSources(fileURLToPath(config.root));
        updateConfig({ outDir: new URL('./.cache/dist/', config.root) });
      },
      'astro:config:done': ({ config }) => {
        src = fileURLToPath(config.srcDir);
        cacheDir = config.cacheDir;
        address = config.site ? new URL(config.site) : undefined;
      },
      // The development server renders pages and runs no steps; search there reads the last build's index.
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/pagefind', (request, response, next) => {
          const path = new URL(request.url ?? '', 'http://localhost').pathname;
          const folder = join(dist, 'pagefind/');
          const file = join(folder, decodeURIComponent(path));
          if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
            next();
            return;
          }
          response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
          response.end(readFileSync(file));
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = new BuiltSite(fileURLToPath(dir));
        const context = { site, src, content: `${src}content`, cacheDir, address };
        const given = digestGiven(site, sources);
        if (isStillBuilt(dist, given, cacheDir)) {
          rmSync(site.root, { recursive: true });
          logger.info('Nothing has changed: all files are kept from the last build.');
          return;
        }
        for (const { name, run } of steps) {
          const [start, before] = [performance.now(), process.cpuUsage()];
          const done = await run(context);
          const { user, system } = process.cpuUsage(before);
          const seconds = [performance.now() - start, (user + system) / 1000].map((milliseconds) =>
            (milliseconds / 1000).toFixed(2),
          );
          logger.fork(name).info(`${done}; ${seconds.join(' s, CPU ')} s.`);
        }
        site.save();
        replaceFolder(dist, site.root);
        rememberBuild(dist, given, cacheDir);
      },
    },
  };
}

/** Puts a folder in the place of another. */
export function replaceFolder(old: string, next: string): void {
  const aside = `${next.replace(/\/$/, '')}.old`;
  rmSync(aside, { recursive: true, force: true });
  if (existsSync(old)) move(old, aside);
  move(next, old);
  // Who publishes with Git may have a repository in the folder, which Astro spares, too.
  if (existsSync(`${aside}/.git`)) move(`${aside}/.git`, `${old}/.git`);
  rmSync(aside, { recursive: true, force: true });
}

/** Moves a folder, also to another disk. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true, force: true });
  }
}
