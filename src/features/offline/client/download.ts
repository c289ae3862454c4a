import { digestLength, findPageMark, isPage, requestPath } from '../model/precache.ts';

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
