import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import {
  markPage,
  unmarkPage,
  digestLength,
  isForLater,
  isPacked,
  isPage,
  isPrecached,
  type Precache,
} from '../model/precache.ts';
import { bundledMessages } from '../../../build/inline-messages.ts';
import { listFiles } from '../../../build/list-files.ts';

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
  const content = new Map(paths.map((path) => [path, read(root, path)]));
  fillSize(content);
  const packed = [...content].filter(([path]) => isPacked(path));
  const precache: Precache = {
    files: Object.fromEntries([...content].map(([path, bytes]) => [path, digest(bytes)])),
    pack: {
      path: 'offline/pack.bin',
      entries: packed.map(([path, { length }]) => [path, length]),
    },
  };
  for (const [path, bytes] of content) {
    if (!isPage(path)) continue;
    writeFileSync(root + path, markPage(bytes.toString(), precache.files[path] ?? ''));
  }
  const list = JSON.stringify(precache);
  mkdirSync(`${root}offline`, { recursive: true });
  writeFileSync(`${root}offline/files.json`, list);
  writeFileSync(`${root}offline/pack.bin`, Buffer.concat(packed.map(([, bytes]) => bytes)));
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../client/service-worker.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    plugins: [bundledMessages()],
    define: { version: JSON.stringify(digest(Buffer.from(list))) },
  });
  writeFileSync(`${root}sw.js`, outputFiles[0]?.contents ?? '');
  return precache;
}

/** A file's bytes; of a page those that it had before an earlier run marked it. */
function read(root: string, path: string): Buffer {
  const bytes = readFileSync(root + path);
  return isPage(path) ? Buffer.from(unmarkPage(bytes.toString())) : bytes;
}

/** Tells pages, where they say it, how much a first visit loads; whole megabytes, so that they seldom change. */
function fillSize(content: Map<string, Buffer>): void {
  let size = 0;
  for (const [path, bytes] of content) {
    if (isForLater(path)) continue;
    size += /\.(woff2|png)$/.test(path) || isPacked(path) ? bytes.length : gzipSync(bytes).length;
  }
  const words = `about ${String(Math.max(1, Math.round(size / 1e6)))} MB`;
  for (const [path, bytes] of content) {
    if (!isPage(path)) continue;
    const html = bytes.toString();
    const filled = html.replace(/(<span data-offline-size[^>]*>)[^<]*/g, `$1${words}`);
    if (filled !== html) content.set(path, Buffer.from(filled));
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256')
    .update(bytes)
    .digest('hex')
    .slice(0, 2 * digestLength);
}
