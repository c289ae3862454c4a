import { site } from '../../../site/site.ts';
import {
  isForLater,
  isPacked,
  isPage,
  type Precache,
  joinPack,
  slicePack,
  takeUnchanged,
  type PackedFiles,
  digestLength,
  findPageMark,
  requestPath,
} from '../model/precache.ts';

/** The list of files, which is itself the mark of a whole copy: it is kept last. */
const list = 'offline/files.json';

/** Kept where pages were altered beyond knowing, so that no page view fetches them all again. */
const refused = 'offline/refused';

/** Kept once a newer version is known that could not be kept. */
const behind = 'offline/behind';

/** Share of the files that a copy may lack: what a reader's blocker or a host keeps back. */
const mayLack = 0.05;

/** One version of the site, kept in the browser's cache under the address it is at. */
export interface Copy {
  /** Fetches what reading takes, and takes unchanged files from older copies. @throws when it is not whole. */
  complete(): Promise<void>;
  /** Fetches the missing files that are available. */
  finish(): Promise<void>;
  /** The digest of every file, by path. @throws when it is neither stored nor available. */
  files(): Promise<Record<string, string>>;
  /** A file of the copy, undamaged; fetched again when it is damaged or gone. */
  read(file: string): Promise<Response>;
  /** Deletes every other copy of the site at this address. */
  dropOthers(): Promise<void>;
  /** Notes that there is a newer version, which could not be kept. */
  fallBehind(): Promise<void>;
  /** Whether there is a newer version, so that the network knows better. */
  isBehind(): Promise<boolean>;
}

/** The copy that belongs to a worker. `scope` is the address of the site's root, `version` the digest of its list. */
export function createCopy(scope: string, version: string): Copy {
  // The address is in the name: sites under other paths of one origin share the storage.
  const prefix = `${site.id}|${new URL(scope).pathname}|`;
  const name = prefix + version;
  const url = (path: string) => new URL(path, scope).href;
  const open = () => caches.open(name);
  let precache: Promise<Precache> | undefined;
  let pack: Promise<Uint8Array> | undefined;
  let isFinished = false;
  let isLate: Promise<boolean> | undefined;

  const otherNames = async () =>
    (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);

  const downloadBytes = async (path: string, digest?: string) =>
    new Uint8Array(await (await download(scope, path, digest)).arrayBuffer());

  const getPrecache = () =>
    (precache ??= (async () => {
      const kept = await (await open()).match(url(list));
      return (await (kept ?? (await download(scope, list, version))).json()) as Precache;
    })().catch((error: unknown) => {
      precache = undefined;
      throw error;
    }));

  const getPack = async (path: string) =>
    (pack ??= (async () => {
      const kept = await (await open()).match(url(path));
      return new Uint8Array((await kept?.arrayBuffer()) ?? new ArrayBuffer(0));
    })());

  /** Takes files over from an older copy or the network: pages first, optional files not at all. */
  async function keepFiles({ files }: Precache, cache: Cache, older: Cache[]): Promise<void> {
    const single = Object.keys(files).filter((path) => !isPacked(path));
    const inOrder = [...single.filter(isPage), ...single.filter((path) => !isPage(path))];
    const lacking: UnavailableError[] = [];
    await fetchAll(inOrder, async (path) => {
      for (const where of [cache, ...older]) {
        const kept = await where.match(url(path));
        if (!kept || kept.headers.get(digestHeader) !== files[path]) continue;
        if (where !== cache) await cache.put(url(path), kept);
        return;
      }
      if (isForLater(path)) return;
      try {
        await cache.put(url(path), await download(scope, path, files[path]));
      } catch (error) {
        if (!(error instanceof UnavailableError)) throw error;
        lacking.push(error);
        if (lacking.length <= mayLack * single.length) return;
        if (lacking.every(({ cause }) => !cause)) await cache.put(url(refused), new Response());
        throw error;
      }
    });
  }

  /** Puts the pack together from older ones and, for what has changed, the network. */
  async function keepPack(fresh: Precache, cache: Cache, older: Cache[]): Promise<void> {
    const { path, entries } = fresh.pack;
    if (await cache.match(url(path))) return;
    const found = new Map<string, Uint8Array>();
    for (const where of older) {
      const packed = await readPack(where);
      if (packed) for (const [one, bytes] of takeUnchanged(fresh, packed)) found.set(one, bytes);
    }
    const missing = entries.filter(([one]) => !found.has(one)).map(([one]) => one);
    let bytes: Uint8Array;
    if (missing.length > entries.length / 2) bytes = await downloadBytes(path);
    else {
      await fetchAll(missing, async (one) => {
        found.set(one, await downloadBytes(one, fresh.files[one]));
      });
      bytes = joinPack(fresh, found);
    }
    await cache.put(url(path), new Response(bytes as Uint8Array<ArrayBuffer>));
  }

  async function readPack(where: Cache): Promise<PackedFiles | undefined> {
    const kept = await where.match(url(list));
    if (!kept) return undefined;
    const content = (await kept.json()) as Precache;
    const bytes = await (await where.match(url(content.pack.path)))?.arrayBuffer();
    return bytes && { precache: content, bytes: new Uint8Array(bytes) };
  }

  async function readPacked(path: string): Promise<Response | undefined> {
    const content = await getPrecache();
    const bytes = slicePack({ precache: content, bytes: await getPack(content.pack.path) }, path);
    const body = bytes?.buffer as ArrayBuffer | undefined;
    return body && (await digestOf(body)) === content.files[path] ? new Response(body) : undefined;
  }

  async function readSingle(path: string): Promise<Response | undefined> {
    const kept = await (await open()).match(url(path));
    return kept && (await isSound(kept, (await getPrecache()).files[path])) ? kept : undefined;
  }

  return {
    async complete() {
      const cache = await open();
      if (await cache.match(url(list))) return;
      if (await cache.match(url(refused)))
        throw new Error('This host alters pages beyond knowing.');
      try {
        const content = await getPrecache();
        const older = await Promise.all((await otherNames()).map((key) => caches.open(key)));
        await Promise.all([keepFiles(content, cache, older), keepPack(content, cache, older)]);
        await cache.put(url(list), new Response(JSON.stringify(content)));
      } catch (error) {
        // What was fetched is kept for the next try, except where there is no room for it.
        if (error instanceof DOMException && error.name === 'QuotaExceededError') {
          await caches.delete(name);
        }
        throw error;
      }
    },

    async finish() {
      if (isFinished) return;
      const { files } = await getPrecache();
      const cache = await open();
      const keep = async (path: string) => {
        if (await cache.match(url(path))) return;
        await cache.put(url(path), await download(scope, path, files[path]));
      };
      const single = Object.keys(files).filter((path) => !isPacked(path));
      let lacking = 0;
      await fetchAll(single, (path) => keep(path).catch(() => void (lacking += 1)));
      isFinished = lacking === 0;
    },

    files: async () => (await getPrecache()).files,

    async read(path) {
      const kept = await (isPacked(path) ? readPacked(path) : readSingle(path));
      if (kept) return kept;
      const fresh = await download(scope, path, (await getPrecache()).files[path]);
      if (!isPacked(path)) {
        await (await open()).put(url(path), fresh.clone()).catch(() => undefined);
      }
      return fresh;
    },

    async dropOthers() {
      await Promise.all((await otherNames()).map((key) => caches.delete(key)));
    },

    async fallBehind() {
      isLate = Promise.resolve(true);
      await (await open()).put(url(behind), new Response());
    },

    isBehind: () =>
      (isLate ??= (async () => (await (await open()).match(url(behind))) !== undefined)().catch(
        () => false,
      )),
  };
}

/** How many files are asked for at once. */
const lanes = 6;

/** Runs `work` on every path, a few at a time; the first failure ends all. */
export async function fetchAll(
  paths: readonly string[],
  work: (path: string) => Promise<void>,
): Promise<void> {
  const queue = [...paths];
  const lane = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) await work(path);
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    queue.length = 0;
  }
}

/** The digest of a file's bytes, as the build writes it. */
export async function digestOf(body: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return [...hash.subarray(0, digestLength)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** Header with the digest of a kept file as the build lists it. */
export const digestHeader = 'x-sb-digest';

/** Header with the digest of the bytes that came, which differs where a host alters pages. */
const bodyHeader = 'x-sb-body';

/** A file that did not come, or came altered beyond knowing; a copy can do without a few of them. */
export class UnavailableError extends Error {}

/**
 * Fetches a file of one version. Assets are known by their bytes; a page by the mark at its end.
 * @param digest What the version's list says of it; undefined where any will do.
 * @throws UnavailableError when it does not come or is not to be known.
 * @throws Error when it is of another version.
 */
export async function download(scope: string, path: string, digest?: string): Promise<Response> {
  const request = new Request(new URL(requestPath(path), scope), { cache: 'no-cache' });
  const answer = await fetch(request).catch((error: unknown) => {
    throw new UnavailableError(`${path} did not come.`, { cause: error });
  });
  // A host's "not found" page, which is asked for by its name, may come with its status.
  if (!answer.ok && !isPage(path)) throw new UnavailableError(`${path}: ${String(answer.status)}.`);
  const body = await answer.arrayBuffer();
  const found = await digestOf(body);
  if (digest !== undefined && found !== digest) {
    const mark = isPage(path) ? findPageMark(new TextDecoder().decode(body)) : found;
    if (mark === undefined) throw new UnavailableError(`${path} has been altered beyond knowing.`);
    if (mark !== digest) throw new Error(`${path} is of another version.`);
  }
  // A response of our own: one that was redirected may not answer a navigation.
  const type = answer.headers.get('content-type') ?? 'application/octet-stream';
  return new Response(body, {
    headers: { 'content-type': type, [digestHeader]: digest ?? found, [bodyHeader]: found },
  });
}

/** Whether a kept response is the listed file and has all its bytes. */
export async function isSound(response: Response, digest: string | undefined): Promise<boolean> {
  const { headers } = response;
  if (headers.get(digestHeader) !== digest) return false;
  const whole = headers.get(bodyHeader) ?? headers.get(digestHeader);
  return (await digestOf(await response.clone().arrayBuffer())) === whole;
}
