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
 * Writes dist/sw.js, the service worker that caches the whole site, and its data in dist/offline/. They
 * contain the digest of every file, so this step must follow all steps that change files.
 */
export const serviceWorker: BuildStep = {
  name: 'service-worker',
  run: async ({ site }) => {
    const { files } = await writeServiceWorker(site);
    return `Keeps ${String(Object.keys(files).length)} files for reading offline`;
  },
};

/** Files by path: pages as text, all others as bytes. */
type Content = Map<string, string | Buffer>;

/** Writes the service worker of a built site; returns the list of files that it caches. */
export async function writeServiceWorker(site: BuiltSite): Promise<Precache> {
  const paths = site.paths.filter(isPrecached).sort();
  // Pages without the mark that an earlier run has added.
  const read = (path: string) => (isPage(path) ? unmarkPage(site.readText(path)) : site.read(path));
  const content: Content = new Map(paths.map((path) => [path, read(path)]));
  fillSize(content);
  const packed = [...content].filter((entry): entry is [string, Buffer] => isPacked(entry[0]));
  const precache: Precache = {
    files: Object.fromEntries([...content].map(([path, data]) => [path, digest(data)])),
    pack: { path: 'offline/pack.bin', entries: packed.map(([path, { length }]) => [path, length]) },
  };
  for (const [path, data] of content)
    if (typeof data === 'string') site.write(path, markPage(data, precache.files[path] ?? ''));
  const list = JSON.stringify(precache);
  site.write('offline/files.json', list);
  site.write('offline/pack.bin', Buffer.concat(packed.map(([, bytes]) => bytes)));
  const entry = new URL('../client/service-worker.ts', import.meta.url);
  const version = JSON.stringify(digest(list));
  site.write('sw.js', await bundleScript(entry, { version }));
  return precache;
}

/**
 * Writes the size of the offline copy, in whole megabytes so that it seldom changes, into the pages that
 * show it. It is an upper bound, since servers compress at least as well as gzip's fastest level.
 */
function fillSize(content: Content): void {
  let size = 0;
  for (const [path, data] of content) {
    if (isOptional(path)) continue;
    const isCompressed = /\.(woff2|png)$/.test(path) || isPacked(path);
    size += isCompressed ? data.length : gzipSync(data, { level: 1 }).length;
  }
  const words = t('offline.size', { megabytes: Math.max(1, Math.round(size / 1e6)) });
  for (const [path, data] of content)
    if (typeof data === 'string')
      content.set(path, data.replace(/(<span data-offline-size[^>]*>)[^<]*/g, `$1${words}`));
}

function digest(data: string | Buffer): string {
  return createHash('sha256')
    .update(data)
    .digest('hex')
    .slice(0, 2 * digestLength);
}
