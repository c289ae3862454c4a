import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { digestLength, isPacked, isPrecached, type Precache } from '../lib/offline/precache.ts';
import { listFiles } from '../build/list-files.ts';

/**
 * Writes dist/sw.js, the worker that keeps the whole site on the reader's device, and dist/offline/,
 * what it needs to do so. It knows every file by its digest, so it must come after every step that
 * changes one.
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
  const paths = listFiles(root).filter(isPrecached).sort();
  const content = new Map(paths.map((path) => [path, readFileSync(root + path)]));
  const packed = [...content].filter(([path]) => isPacked(path));
  const precache: Precache = {
    files: Object.fromEntries([...content].map(([path, bytes]) => [path, digest(bytes)])),
    pack: {
      path: 'offline/pack.bin',
      entries: packed.map(([path, { length }]) => [path, length]),
    },
  };
  const list = JSON.stringify(precache);
  mkdirSync(`${root}offline`, { recursive: true });
  writeFileSync(`${root}offline/files.json`, list);
  writeFileSync(`${root}offline/pack.bin`, Buffer.concat(packed.map(([, bytes]) => bytes)));
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../offline/service-worker.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    define: { version: JSON.stringify(digest(Buffer.from(list))) },
  });
  writeFileSync(`${root}sw.js`, outputFiles[0]?.contents ?? '');
  return precache;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256')
    .update(bytes)
    .digest('hex')
    .slice(0, 2 * digestLength);
}
