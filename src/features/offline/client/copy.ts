import { site } from '../../../site/site.ts';
import {
  isForLater,
  isPacked,
  isPage,
  type Precache,
  unpack,
  digestLength,
  findPageMark,
  requestPath,
} from '../model/precache.ts';

/** Digest of the list of files, which names the version that this worker keeps; put in by the build. */
declare const version: string;

/** Address of the site's root. */
export const { scope } = (self as unknown as { registration: { scope: string } }).registration;

/** The list of files, which is itself the mark of a whole copy: it is kept last. */
const list = 'offline/files.json';

/** Kept where pages were altered beyond knowing, so that no page view fetches them all again. */
const refused = 'offline/refused';

/** Kept once a newer version is known that could not be kept. */
const behind = 'offline/behind';

/** Share of the files that a copy may lack: what a reader's blocker or a host keeps back. */
const mayLack = 0.05;

// The address is in the name: sites under other paths of one origin share the storage.
const prefix = `${site.id}|${new URL(scope).pathname}|`;
const cacheName = prefix + version;
const open = () => caches.open(cacheName);
const urlOf = (path: string) => new URL(path, scope).href;

let precache: Promise<Precache> | undefined;
let pack: ReturnType<typeof readPack> | undefined;
let isFinished = false;
let isLate: Promise<boolean> | undefined;

async function otherNames(): Promise<string[]> {
  return (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== cacheName);
}

async function downloadBytes(path: string, digest?: string) {
  return new Uint8Array(await (await download(path, digest)).arrayBuffer());
}

/** What the copy holds. @throws when it is neither stored nor available. */
export async function getPrecache(): Promise<Precache> {
  precache ??= (async () => {
    try {
      const kept = await (await open()).match(urlOf(list));
      return (await (kept ?? (await download(list, version))).json()) as Precache;
    } catch (error) {
      precache = undefined;
      throw error;
    }
  })();
  return precache;
}

/** The packed files of a copy by their digests. */
async function readPack(where: Cache, content: Precache) {
  const kept = await where.match(urlOf(content.pack.path));
  return unpack(content, (await kept?.arrayBuffer()) ?? new ArrayBuffer(0));
}

/** Takes files over from an older copy or the network: pages first, optional files not at all. */
async function keepFiles({ files }: Precache, cache: Cache, older: Cache[]): Promise<void> {
  const single = Object.keys(files).filter((path) => !isPacked(path));
  const inOrder = [...single.filter(isPage), ...single.filter((path) => !isPage(path))];
  const lacking: UnavailableError[] = [];
  await fetchAll(inOrder, async (path) => {
    for (const where of [cache, ...older]) {
      const kept = await where.match(urlOf(path));
      if (!kept || kept.headers.get(digestHeader) !== files[path]) continue;
      if (where !== cache) await cache.put(urlOf(path), kept);
      return;
    }
    if (isForLater(path)) return;
    try {
      await cache.put(urlOf(path), await download(path, files[path]));
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      lacking.push(error);
      if (lacking.length <= mayLack * single.length) return;
      if (lacking.every(({ cause }) => !cause)) await cache.put(urlOf(refused), new Response());
      throw error;
    }
  });
}

/** Puts the pack together from older ones and, for what has changed, the network. */
async function keepPack({ pack, files }: Precache, cache: Cache, older: Cache[]): Promise<void> {
  if (await cache.match(urlOf(pack.path))) return;
  const found: Awaited<ReturnType<typeof readPack>> = new Map();
  for (const where of older) {
    const content = await where.match(urlOf(list));
    if (!content) continue;
    const packed = await readPack(where, (await content.json()) as Precache);
    for (const [digest, bytes] of packed) found.set(digest, bytes);
  }
  const paths = pack.entries.map(([path]) => path);
  const missing = paths.filter((path) => !found.has(files[path]));
  if (missing.length > paths.length / 2) {
    await cache.put(urlOf(pack.path), new Response(await downloadBytes(pack.path)));
    return;
  }
  await fetchAll(missing, async (path) => {
    found.set(files[path], await downloadBytes(path, files[path]));
  });
  const whole = new Blob(paths.map((path) => found.get(files[path]) ?? ''));
  await cache.put(urlOf(pack.path), new Response(whole));
}

/** Fetches what reading takes, and takes unchanged files from older copies. @throws when it is not whole. */
export async function complete(): Promise<void> {
  const cache = await open();
  if (await cache.match(urlOf(list))) return;
  if (await cache.match(urlOf(refused))) throw new Error('This host alters pages beyond knowing.');
  try {
    const content = await getPrecache();
    const older = await Promise.all((await otherNames()).map((key) => caches.open(key)));
    await Promise.all([keepFiles(content, cache, older), keepPack(content, cache, older)]);
    await cache.put(urlOf(list), new Response(JSON.stringify(content)));
  } catch (error) {
    // What was fetched is kept for the next try, except where there is no room for it.
    if (error instanceof DOMException && error.name === 'QuotaExceededError') {
      await caches.delete(cacheName);
    }
    throw error;
  }
}

/** Fetches the missing files that are available. */
export async function finish(): Promise<void> {
  if (isFinished) return;
  const { files } = await getPrecache();
  const cache = await open();
  const single = Object.keys(files).filter((path) => !isPacked(path));
  let lacking = 0;
  await fetchAll(single, async (path) => {
    if (await cache.match(urlOf(path))) return;
    try {
      await cache.put(urlOf(path), await download(path, files[path]));
    } catch {
      lacking += 1;
    }
  });
  isFinished = lacking === 0;
}

/** A file of the copy, undamaged; fetched again when it is damaged or gone. */
export async function read(path: string): Promise<Response> {
  const cache = await open();
  const content = await getPrecache();
  const digest = content.files[path];
  if (isPacked(path)) {
    const bytes = (await (pack ??= readPack(cache, content))).get(digest);
    return bytes && (await digestOf(bytes)) === digest
      ? new Response(bytes)
      : download(path, digest);
  }
  const kept = await cache.match(urlOf(path));
  if (kept && (await isSound(kept, digest))) return kept;
  const fresh = await download(path, digest);
  await cache.put(urlOf(path), fresh.clone()).catch(() => undefined);
  return fresh;
}

/** Deletes every other copy of the site at this address. */
export async function dropOthers(): Promise<void> {
  await Promise.all((await otherNames()).map((key) => caches.delete(key)));
}

/** Notes that there is a newer version, which could not be kept. */
export async function fallBehind(): Promise<void> {
  isLate = Promise.resolve(true);
  await (await open()).put(urlOf(behind), new Response());
}

/** Whether there is a newer version, so that the network knows better. */
export async function isBehind(): Promise<boolean> {
  isLate ??= (async () => (await (await open()).match(urlOf(behind))) !== undefined)();
  return isLate.catch(() => false);
}

/** How many files are asked for at once. */
const lanes = 6;

/** Runs `work` on every path, a few at a time; the first failure ends all. */
async function fetchAll(
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
async function digestOf(body: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return [...hash.subarray(0, digestLength)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** Header with the digest of a kept file as the build lists it. */
const digestHeader = 'x-sb-digest';

/** Header with the digest of the bytes that came, which differs where a host alters pages. */
const bodyHeader = 'x-sb-body';

/** A file that did not come, or came altered beyond knowing; a copy can do without a few of them. */
class UnavailableError extends Error {}

/**
 * Fetches a file of one version. Assets are known by their bytes; a page by the mark at its end.
 * @param digest What the version's list says of it; undefined where any will do.
 * @throws UnavailableError when it does not come or is not to be known.
 * @throws Error when it is of another version.
 */
async function download(path: string, digest?: string): Promise<Response> {
  const request = new Request(urlOf(requestPath(path)), { cache: 'no-cache' });
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
async function isSound(response: Response, digest: string | undefined): Promise<boolean> {
  const { headers } = response;
  if (headers.get(digestHeader) !== digest) return false;
  const whole = headers.get(bodyHeader) ?? headers.get(digestHeader);
  return (await digestOf(await response.clone().arrayBuffer())) === whole;
}
