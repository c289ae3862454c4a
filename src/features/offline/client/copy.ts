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
const urlOf = (path: string) => new URL(path, scope).href;
const find = (path: string, name = cacheName) => caches.match(urlOf(path), { cacheName: name });

// Opened once: what is still on its way when a full copy is deleted must not begin another.
let cache: Promise<Cache> | undefined;
const keep = async (path: string, response = new Response()) =>
  (await (cache ??= caches.open(cacheName))).put(urlOf(path), response);

let precache: Promise<Precache> | undefined;
let pack: ReturnType<typeof readPack> | undefined;
let isFinished = false;
let isLate: Promise<boolean> | undefined;

async function otherNames(): Promise<string[]> {
  return (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== cacheName);
}

/** What the copy holds. @throws when it is neither stored nor available. */
export async function getPrecache(): Promise<Precache> {
  const load = async () =>
    (await ((await find(list)) ?? (await download(list, version))).json()) as Precache;
  precache ??= load().catch((error: unknown) => {
    precache = undefined;
    throw error;
  });
  return precache;
}

/** Files that are kept one by one: pages first. */
function singleFiles({ files }: Precache): string[] {
  const single = Object.keys(files).filter((path) => !isPacked(path));
  return single.sort((a, b) => Number(isPage(b)) - Number(isPage(a)));
}

/** The packed files of a copy by their digests. */
async function readPack(content: Precache, name?: string) {
  const kept = await find(content.pack.path, name);
  return unpack(content, (await kept?.arrayBuffer()) ?? new ArrayBuffer(0));
}

/** Takes files over from an older copy or the network; optional files not at all. */
async function keepFiles(content: Precache, older: string[]): Promise<void> {
  const single = singleFiles(content);
  const lacking: UnavailableError[] = [];
  await fetchAll(single, async (path) => {
    const digest = content.files[path];
    for (const name of [cacheName, ...older]) {
      const kept = await find(path, name);
      if (kept?.headers.get(digestHeader) !== digest) continue;
      if (name !== cacheName) await keep(path, kept);
      return;
    }
    if (isForLater(path)) return;
    try {
      await keep(path, await download(path, digest));
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      lacking.push(error);
      if (lacking.length <= mayLack * single.length) return;
      if (lacking.every(({ cause }) => !cause)) await keep(refused);
      throw error;
    }
  });
}

/** Puts the pack together from older ones and, for what has changed, the network. */
async function keepPack({ pack, files }: Precache, older: string[]): Promise<void> {
  if (await find(pack.path)) return;
  const found = new Map<string | undefined, BlobPart>();
  for (const name of older) {
    const content = await find(list, name);
    const packed = content && (await readPack((await content.json()) as Precache, name));
    for (const [digest, bytes] of packed ?? []) found.set(digest, bytes);
  }
  const paths = pack.entries.map(([path]) => path);
  const missing = paths.filter((path) => !found.has(files[path]));
  if (missing.length > paths.length / 2) {
    await keep(pack.path, await download(pack.path));
    return;
  }
  await fetchAll(missing, async (path) => {
    found.set(files[path], await (await download(path, files[path])).blob());
  });
  const whole = new Blob(paths.map((path) => found.get(files[path]) ?? ''));
  await keep(pack.path, new Response(whole));
}

/** Fetches what reading takes, and takes unchanged files from older copies. @throws when it is not whole. */
export async function complete(): Promise<void> {
  if (await find(list)) return;
  if (await find(refused)) throw new Error('This host alters pages beyond knowing.');
  try {
    const content = await getPrecache();
    const older = await otherNames();
    await Promise.all([keepFiles(content, older), keepPack(content, older)]);
    await keep(list, new Response(JSON.stringify(content)));
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
  const content = await getPrecache();
  let lacking = 0;
  await fetchAll(singleFiles(content), async (path) => {
    if (await find(path)) return;
    try {
      await keep(path, await download(path, content.files[path]));
    } catch {
      lacking += 1;
    }
  });
  isFinished = lacking === 0;
}

/** A file of the copy, undamaged; fetched again when it is damaged or gone. */
export async function read(path: string): Promise<Response> {
  const content = await getPrecache();
  const digest = content.files[path];
  if (isPacked(path)) {
    const bytes = (await (pack ??= readPack(content))).get(digest);
    return bytes && (await digestOf(bytes)) === digest
      ? new Response(bytes)
      : download(path, digest);
  }
  const kept = await find(path);
  if (kept && (await isSound(kept, digest))) return kept;
  const fresh = await download(path, digest);
  await keep(path, fresh.clone()).catch(() => undefined);
  return fresh;
}

/** Deletes every other copy of the site at this address. */
export async function dropOthers(): Promise<void> {
  await Promise.all((await otherNames()).map((key) => caches.delete(key)));
}

/** Notes that there is a newer version, which could not be kept. */
export async function fallBehind(): Promise<void> {
  isLate = Promise.resolve(true);
  await keep(behind);
}

/** Whether there is a newer version, so that the network knows better. */
export async function isBehind(): Promise<boolean> {
  isLate ??= find(behind).then(Boolean, () => false);
  return isLate;
}

/** How many files are asked for at once. */
const lanes = 6;

/** Runs `work` on every path, a few at a time; the first failure ends all. */
async function fetchAll(
  paths: readonly string[],
  work: (path: string) => Promise<void>,
): Promise<void> {
  // A loop that fails closes the generator, which all loops share.
  const queue = (function* () {
    yield* paths;
  })();
  const lane = async () => {
    for (const path of queue) await work(path);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
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
