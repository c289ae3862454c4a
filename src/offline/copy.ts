import type { Precache } from '../lib/offline/precache.ts';
import { requestPath } from '../lib/offline/precache.ts';

/** Header that tells which content a kept file has. */
const digestHeader = 'x-sb-digest';

/** Key of the entry that says a copy is whole. */
const whole = '?whole';

/** How many files are asked for at once. */
const lanes = 6;

/** One version of the site, kept in the browser's cache under the address it stands at. */
export interface Copy {
  /** Fetches what is missing, taking unchanged files from older copies. @throws when it is not whole. */
  complete(): Promise<void>;
  /** A file of the copy, undamaged; fetched again when it is damaged or gone. */
  read(file: string): Promise<Response>;
  /** Deletes every other copy of the site at this address. */
  dropOthers(): Promise<void>;
}

/** The copy that belongs to a worker. `scope` is the address of the site's root. */
export function createCopy(scope: string, { version, files }: Precache): Copy {
  const { pathname } = new URL(scope);
  // The address stands in the name: sites under other paths of one origin share the storage.
  const prefix = `secure-base|${pathname}|`;
  const name = prefix + version;
  const url = (file: string) => new URL(file, scope).href;

  const otherNames = async () =>
    (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);

  async function download(file: string): Promise<Response> {
    const answer = await fetch(url(requestPath(file)), { cache: 'no-cache' });
    const body = await answer.arrayBuffer();
    const digest = await digestOf(body);
    if (digest !== files[file]) throw new Error(`${file} is not of version ${version}`);
    // A new response: one that was redirected may not answer a navigation.
    const type = answer.headers.get('content-type') ?? 'application/octet-stream';
    return new Response(body, { headers: { 'content-type': type, [digestHeader]: digest } });
  }

  async function findKept(file: string, kept: Cache[]): Promise<Response | undefined> {
    for (const cache of kept) {
      const response = await cache.match(url(file));
      if (response?.headers.get(digestHeader) === files[file]) return response;
    }
    return undefined;
  }

  return {
    async complete() {
      const cache = await caches.open(name);
      if (await cache.match(url(whole))) return;
      const older = await Promise.all((await otherNames()).map((key) => caches.open(key)));
      const queue = Object.keys(files);
      const work = async () => {
        for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
          if (await findKept(file, [cache])) continue;
          await cache.put(url(file), (await findKept(file, older)) ?? (await download(file)));
        }
      };
      try {
        await Promise.all(Array.from({ length: lanes }, work));
        await cache.put(url(whole), new Response(version));
      } catch (error) {
        queue.length = 0;
        // What was fetched is kept for the next try, except where there is no room for it.
        if (error instanceof DOMException && error.name === 'QuotaExceededError') {
          await caches.delete(name);
        }
        throw error;
      }
    },

    async read(file) {
      const cache = await caches.open(name);
      const response = await cache.match(url(file));
      if (response) {
        const body = await response.clone().arrayBuffer();
        if ((await digestOf(body)) === files[file]) return response;
      }
      const fresh = await download(file);
      await cache.put(url(file), fresh.clone()).catch(() => undefined);
      return fresh;
    },

    async dropOthers() {
      await Promise.all((await otherNames()).map((key) => caches.delete(key)));
    },
  };
}

async function digestOf(body: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
