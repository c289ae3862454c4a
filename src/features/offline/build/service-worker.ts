import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
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
import { t } from '../../../lib/i18n/t.ts';
import { bundleScript } from '../../../build/bundle-script.ts';
import type { BuiltSite } from '../../../build/built-site.ts';
import type { BuildStep } from '../../../build/run-steps.ts';

/**
 * Writes dist/sw.js, the worker that keeps the whole site on the reader's device, and dist/offline/,
 * what it needs to do so. It knows every file by its digest, so it must come after every step that
 * changes one.
 */
export const serviceWorker: BuildStep = {
  name: 'service-worker',
  run: async ({ site }) => {
    const { files } = await writeServiceWorker(site);
    return `Keeps ${String(Object.keys(files).length)} files for reading offline`;
  },
};

/** Writes the worker for a built site and tells what it keeps. */
export async function writeServiceWorker(site: BuiltSite): Promise<Precache> {
  const paths = site.paths.filter(isPrecached).sort();
  // Of a page the bytes that it had before an earlier run marked it.
  const read = (path: string) =>
    isPage(path) ? Buffer.from(unmarkPage(site.readText(path))) : site.read(path);
  const content = new Map(paths.map((path) => [path, read(path)]));
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
    site.write(path, markPage(bytes.toString(), precache.files[path] ?? ''));
  }
  const list = JSON.stringify(precache);
  site.write('offline/files.json', list);
  site.write('offline/pack.bin', Buffer.concat(packed.map(([, bytes]) => bytes)));
  const entry = new URL('../client/service-worker.ts', import.meta.url);
  const version = JSON.stringify(digest(Buffer.from(list)));
  site.write('sw.js', await bundleScript(entry, { version }));
  return precache;
}

/**
 * Tells pages, where they say it, how much a first visit loads at most: servers pack at least as well as
 * the fastest level. Whole megabytes, so that pages seldom change.
 */
function fillSize(content: Map<string, Buffer>): void {
  let size = 0;
  for (const [path, bytes] of content) {
    if (isForLater(path)) continue;
    const isSmall = /\.(woff2|png)$/.test(path) || isPacked(path);
    size += isSmall ? bytes.length : gzipSync(bytes, { level: 1 }).length;
  }
  const words = t('offline.size', { megabytes: Math.max(1, Math.round(size / 1e6)) });
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
