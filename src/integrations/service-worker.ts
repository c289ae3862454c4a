import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { isPrecached, type Precache } from '../lib/offline/precache.ts';

/**
 * Writes dist/sw.js, the worker that keeps the whole site on the reader's device. It knows every
 * file by its digest, so it must come after every step that changes one.
 */
export function serviceWorker(): AstroIntegration {
  return {
    name: 'service-worker',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { files } = await writeServiceWorker(fileURLToPath(dir));
        logger.info(`Keeps ${String(Object.keys(files).length)} files for reading offline.`);
      },
    },
  };
}

/** Writes the worker for the site in a folder (with "/" at its end) and tells what it keeps. */
export async function writeServiceWorker(root: string): Promise<Precache> {
  const precache = readPrecache(root);
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../offline/service-worker.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    define: { precache: JSON.stringify(precache) },
  });
  writeFileSync(`${root}sw.js`, outputFiles[0]?.contents ?? '');
  return precache;
}

/** The digest of every file that is kept, in a fixed order. */
function readPrecache(root: string): Precache {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .map((path) => path.slice(root.length).replace(/^\/+/, ''))
    .filter(isPrecached)
    .sort();
  const files = Object.fromEntries(
    paths.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(root + path))
        .digest('hex'),
    ]),
  );
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  return { version, files };
}
