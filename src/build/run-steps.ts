import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { BuiltSite } from './built-site.ts';
import { digestInput, digestSources, isUpToDate, recordBuild } from './last-build.ts';

/** The context of a build step. */
export interface BuildContext {
  site: BuiltSite;
  /** The source folder, with "/" at its end. */
  src: string;
  /** The folder that authors edit. */
  content: string;
  /** The site's public URL, if known. */
  address: URL | undefined;
}

/** A step that changes the built site or adds files to it. */
export interface BuildStep {
  name: string;
  /** Runs the step; returns a summary for the log, without a full stop. */
  run: (context: BuildContext) => string | Promise<string>;
}

/** Media types of the search index's files that browsers require. */
const types: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

/**
 * Runs the steps on the rendered site, in order. Astro renders into a folder in the cache, which replaces
 * dist/ when all steps have succeeded: a build that fails leaves dist/ unchanged. If the sources and the
 * rendered files are those of the last build, no step runs and dist/ is left as it is.
 */
export function runSteps(steps: readonly BuildStep[]): AstroIntegration {
  // A copy, since a build step sets variables for Pagefind.
  const environment = { ...process.env };
  let root = '';
  let dist = '';
  let sources = '';
  let src = '';
  let address: URL | undefined;
  let cacheDir: URL;
  return {
    name: 'build-steps',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        root = fileURLToPath(config.root);
        dist = fileURLToPath(config.outDir);
        if (command !== 'build') return;
        sources = digestSources(root, environment);
        updateConfig({ outDir: new URL('./.cache/dist/', config.root) });
      },
      'astro:config:done': ({ config }) => {
        src = fileURLToPath(config.srcDir);
        cacheDir = config.cacheDir;
        address = config.site ? new URL(config.site) : undefined;
      },
      // The development server runs no build steps, so its search reads the index of the last build.
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
        const context = { site, src, content: `${src}content`, address };
        const input = digestInput(site, sources);
        if (isUpToDate(dist, input, cacheDir)) {
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
        // A source that was edited during the build may be in the output or not.
        if (digestSources(root, environment) === sources) recordBuild(dist, input, cacheDir);
      },
    },
  };
}

/** Replaces the folder `old` with the folder `next`, except for a Git repository in `old`. */
export function replaceFolder(old: string, next: string): void {
  const aside = `${next.replace(/\/$/, '')}.old`;
  rmSync(aside, { recursive: true, force: true });
  if (existsSync(old)) move(old, aside);
  move(next, old);
  // dist/ may be a Git repository for publishing, which Astro leaves alone, too.
  if (existsSync(`${aside}/.git`)) move(`${aside}/.git`, `${old}/.git`);
  rmSync(aside, { recursive: true, force: true });
}

/** Moves a file or folder, also to another disk. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true, force: true });
  }
}
