import { resolvePath, activateMessage, outdatedMessage, finishMessage } from '../model/precache.ts';
import {
  cacheCopy,
  deleteOtherCopies,
  markOutdated,
  cacheOptionalFiles,
  getPrecache,
  isOutdated,
  readFile,
  scope,
} from './copy.ts';

/** An event of a service worker; TypeScript's DOM types lack it, and the worker's global scope. */
interface WorkerEvent extends Event {
  data: unknown;
  request: Request;
  /** Keeps the worker alive until `work` ends. */
  waitUntil(work: Promise<unknown>): void;
  respondWith(response: Promise<Response>): void;
}

const worker = self as unknown as {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
};

worker.addEventListener('install', (event) => event.waitUntil(cacheCopy()));

worker.addEventListener('activate', (event) =>
  event.waitUntil(deleteOtherCopies().then(() => worker.clients.claim())),
);

worker.addEventListener('message', (event) => {
  // A new version waits until every page of the old one is closed, or a reader asks for it.
  if (event.data === activateMessage) event.waitUntil(worker.skipWaiting());
  if (event.data === outdatedMessage) event.waitUntil(markOutdated());
  if (event.data === finishMessage) event.waitUntil(cacheOptionalFiles().catch(() => undefined));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(scope))
    event.respondWith(respond(request));
});

/** Responds from the offline copy, or from the network where the copy is outdated or lacks the file. */
async function respond(request: Request): Promise<Response> {
  if (await isOutdated()) {
    const fresh = await fetch(request).catch(() => undefined);
    if (fresh) return fresh;
  }
  const { pathname, search } = new URL(request.url);
  try {
    const path = decodeURI(pathname.slice(new URL(scope).pathname.length));
    const found = resolvePath(path, (await getPrecache()).files);
    if (found && 'redirect' in found) {
      return Response.redirect(new URL(found.redirect + search, scope).href);
    }
    if (found) return await readFile(found.file);
  } catch {
    // Neither stored nor available in this version: respond as without an offline copy.
  }
  return fetchFromNetwork(request);
}

/** Responds from the network; a page that it cannot load becomes our "not found" page. */
async function fetchFromNetwork(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== 'navigate') throw error;
    const { body, headers } = await readFile('404.html');
    return new Response(body, { status: 404, headers });
  }
}
