import { site } from '../../../site/site.ts';
import {
  isOptional,
  isPacked,
  isPage,
  type Precache,
  unpack,
  digestLength,
  findPageMark,
  requestPath,
} from '../model/precache.ts';

/** The version of this worker: the digest of its list of files, inserted by the build. */
declare const version: string;

/** URL of the site's root. */
export const { scope } = (self as unknown as { registration: { scope: string } }).registration;

/** Path of the list of files. It is stored last, so its presence shows that the copy is complete. */
const listPath = 'offline/files.json';

/** Stored where the host alters pages beyond recognition, so that no page view fetches them all again. */
const refused = 'offline/refused';

/** Stored once a newer version exists that could not be installed. */
const outdated = 'offline/behind';

/** Maximum share of files that a copy may lack, for example because a content blocker refuses them. */
const maxMissingShare = 0.05;

// The name includes the path, since all sites of one origin share the storage.
const prefix = `${site.id}|${new URL(scope).pathname}|`;
const cacheName = prefix + version;
const urlOf = (path: string) => new URL(path, scope).href;
const find = (path: string, name = cacheName) => caches.match(urlOf(path), { cacheName: name });

// Opened once: downloads that end after the cache was deleted for lack of space must not create it again.
let cache: Promise<Cache> | undefined;
const store = async (path: string, response = new Response()) =>
  (await (cache ??= caches.open(cacheName))).put(urlOf(path), response);

let precache: Promise<Precache> | undefined;
let pack: ReturnType<typeof readPack> | undefined;
let isFinished = false;
let outdatedMark: Promise<boolean> | undefined;

async function otherNames(): Promise<string[]> {
  return (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== cacheName);
}

/** The copy's list of files. @throws when it is neither stored nor available. */
export async function getPrecache(): Promise<Precache> {
  const load = async () =>
    (await ((await find(listPath)) ?? (await download(listPath, version))).json()) as Precache;
  precache ??= load().catch((error: unknown) => {
    precache = undefined;
    throw error;
  });
  return precache;
}

/** Files that are stored one by one, pages first. */
function singleFiles({ files }: Precache): string[] {
  const single = Object.keys(files).filter((path) => !isPacked(path));
  return single.sort((a, b) => Number(isPage(b)) - Number(isPage(a)));
}

/** The packed files of a copy by digest. */
async function readPack(content: Precache, name?: string) {
  const stored = await find(content.pack.path, name);
  return unpack(content, (await stored?.arrayBuffer()) ?? new ArrayBuffer(0));
}

/** Stores files from older copies or the network; optional ones only from older copies. */
async function storeFiles(content: Precache, older: string[]): Promise<void> {
  const single = singleFiles(content);
  const missing: UnavailableError[] = [];
  await forEachPath(single, async (path) => {
    const digest = content.files[path];
    for (const name of [cacheName, ...older]) {
      const stored = await find(path, name);
      if (stored?.headers.get(digestHeader) !== digest) continue;
      if (name !== cacheName) await store(path, stored);
      return;
    }
    if (isOptional(path)) return;
    try {
      await store(path, await download(path, digest));
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      missing.push(error);
      if (missing.length <= maxMissingShare * single.length) return;
      if (missing.every(({ cause }) => !cause)) await store(refused);
      throw error;
    }
  });
}

/** Assembles the pack from older packs and, for changed files, the network. */
async function storePack({ pack, files }: Precache, older: string[]): Promise<void> {
  if (await find(pack.path)) return;
  const found = new Map<string | undefined, BlobPart>();
  for (const name of older) {
    const content = await find(listPath, name);
    const packed = content && (await readPack((await content.json()) as Precache, name));
    for (const [digest, bytes] of packed ?? []) found.set(digest, bytes);
  }
  const paths = pack.entries.map(([path]) => path);
  const missing = paths.filter((path) => !found.has(files[path]));
  if (missing.length > paths.length / 2) return store(pack.path, await download(pack.path));
  await forEachPath(missing, async (path) => {
    found.set(files[path], await (await download(path, files[path])).blob());
  });
  const whole = new Blob(paths.map((path) => found.get(files[path]) ?? ''));
  await store(pack.path, new Response(whole));
}

/** Stores all files that reading needs, unchanged ones from older copies. @throws when too many are missing. */
export async function cacheCopy(): Promise<void> {
  if (await find(listPath)) return;
  if (await find(refused)) throw new Error('This host alters pages beyond recognition.');
  try {
    const content = await getPrecache();
    const older = await otherNames();
    await Promise.all([storeFiles(content, older), storePack(content, older)]);
    await store(listPath, new Response(JSON.stringify(content)));
  } catch (error) {
    // Fetched files stay for the next attempt, except when the storage is full.
    if (error instanceof DOMException && error.name === 'QuotaExceededError') {
      await caches.delete(cacheName);
    }
    throw error;
  }
}

/** Stores all missing files that are available, the optional ones included. */
export async function cacheOptionalFiles(): Promise<void> {
  if (isFinished) return;
  const content = await getPrecache();
  let failed = 0;
  await forEachPath(singleFiles(content), async (path) => {
    if (await find(path)) return;
    try {
      await store(path, await download(path, content.files[path]));
    } catch {
      failed += 1;
    }
  });
  isFinished = failed === 0;
}

/** Returns a file of the copy, fetched again when it is damaged or missing. */
export async function readFile(path: string): Promise<Response> {
  const content = await getPrecache();
  const digest = content.files[path];
  if (isPacked(path)) {
    const bytes = (await (pack ??= readPack(content))).get(digest);
    return bytes && (await digestOf(bytes)) === digest
      ? new Response(bytes)
      : download(path, digest);
  }
  const stored = await find(path);
  if (stored && (await isIntact(stored, digest))) return stored;
  const fresh = await download(path, digest);
  await store(path, fresh.clone()).catch(() => undefined);
  return fresh;
}

/** Deletes every other copy of the site at this address. */
export async function deleteOtherCopies(): Promise<void> {
  await Promise.all((await otherNames()).map((key) => caches.delete(key)));
}

/** Records that a newer version exists and could not be installed. */
export async function markOutdated(): Promise<void> {
  outdatedMark = Promise.resolve(true);
  await store(outdated);
}

/** Whether a newer version exists, so that the network is preferred. */
export async function isOutdated(): Promise<boolean> {
  outdatedMark ??= find(outdated).then(Boolean, () => false);
  return outdatedMark;
}

/** Number of simultaneous requests. */
const concurrency = 6;

/** Runs `work` on every path, `concurrency` at a time; the first failure stops all. */
async function forEachPath(
  paths: readonly string[],
  work: (path: string) => Promise<void>,
): Promise<void> {
  // All loops share the generator; a loop that throws closes it.
  const queue = (function* () {
    yield* paths;
  })();
  const loop = async () => {
    for (const path of queue) await work(path);
  };
  await Promise.all(Array.from({ length: concurrency }, loop));
}

/** The digest of bytes, in the format of the build. */
async function digestOf(body: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return [...hash.subarray(0, digestLength)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** Header of a stored response: the file's digest in the list. */
const digestHeader = 'x-sb-digest';

/** Header of a stored response: the digest of its body, which differs where a host alters pages. */
const bodyHeader = 'x-sb-body';

/** A file cannot be fetched, or was altered beyond recognition; a copy may lack a few such files. */
class UnavailableError extends Error {}

/**
 * Fetches a file of this version. Assets are identified by their bytes, pages by the mark at their end.
 * @param digest The file's digest in the list; undefined accepts any content.
 * @throws UnavailableError when it cannot be fetched or identified.
 * @throws Error when it belongs to another version.
 */
async function download(path: string, digest?: string): Promise<Response> {
  const request = new Request(urlOf(requestPath(path)), { cache: 'no-cache' });
  const response = await fetch(request).catch((error: unknown) => {
    throw new UnavailableError(`${path} could not be fetched.`, { cause: error });
  });
  // Hosts may respond to a request for 404.html with status 404.
  if (!response.ok && !isPage(path))
    throw new UnavailableError(`${path}: ${String(response.status)}.`);
  const body = await response.arrayBuffer();
  const found = await digestOf(body);
  if (digest !== undefined && found !== digest) {
    const mark = isPage(path) ? findPageMark(new TextDecoder().decode(body)) : found;
    if (mark === undefined)
      throw new UnavailableError(`${path} has been altered beyond recognition.`);
    if (mark !== digest) throw new Error(`${path} belongs to another version.`);
  }
  // A new response, since browsers refuse a redirected one for a navigation.
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  return new Response(body, {
    headers: { 'content-type': type, [digestHeader]: digest ?? found, [bodyHeader]: found },
  });
}

/** Whether a stored response is the listed file and undamaged. */
async function isIntact(response: Response, digest: string | undefined): Promise<boolean> {
  const { headers } = response;
  if (headers.get(digestHeader) !== digest) return false;
  const whole = headers.get(bodyHeader) ?? headers.get(digestHeader);
  return (await digestOf(await response.clone().arrayBuffer())) === whole;
}
