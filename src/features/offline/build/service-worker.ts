import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  markPage,
  unmarkPage,
  digestLength,
  isOptional,
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
 * Writes dist/sw.js, the service worker that caches the whole site on the reader's device, and the data
 * that it loads from dist/offline/. These contain the digest of every file, so this step must follow all
 * steps that change files.
 */
export const serviceWorker: BuildStep = {
  name: 'service-worker',
  run: async ({ site }) => {
    const { files } = await writeServiceWorker(site);
    return `Keeps ${String(Object.keys(files).length)} files for reading offline`;
  },
};

/** Writes the service worker of a built site; returns the list of files that it caches. */
export async function writeServiceWorker(site: BuiltSite): Promise<Precache> {
  const paths = site.paths.filter(isPrecached).sort();
  // Pages without the mark that an earlier run has added.
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
 * Writes the size of the offline copy, in whole megabytes so that it seldom changes, into the pages that
 * show it. It is an upper bound, since servers compress at least as well as gzip's fastest level.
 */
function fillSize(content: Map<string, Buffer>): void {
  let size = 0;
  for (const [path, bytes] of content) {
    if (isOptional(path)) continue;
    const isCompressed = /\.(woff2|png)$/.test(path) || isPacked(path);
    size += isCompressed ? bytes.length : gzipSync(bytes, { level: 1 }).length;
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
