import { answerPath, activateMessage, behindMessage, finishMessage } from '../model/precache.ts';
import {
  complete,
  dropOthers,
  fallBehind,
  finish,
  getPrecache,
  isBehind,
  read,
  scope,
} from './copy.ts';

/** What a service worker is told; TypeScript's DOM types lack it, and the worker's own scope. */
interface WorkerEvent extends Event {
  data: unknown;
  request: Request;
  /** Its work may go on after its listener returns. */
  waitUntil(work: Promise<unknown>): void;
  respondWith(response: Promise<Response>): void;
}

const worker = self as unknown as {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
};

worker.addEventListener('install', (event) => {
  event.waitUntil(complete());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
  // A new version waits until every page of the old one is closed, or a reader asks for it.
  if (event.data === activateMessage) event.waitUntil(worker.skipWaiting());
  if (event.data === behindMessage) event.waitUntil(fallBehind());
  if (event.data === finishMessage) event.waitUntil(finish().catch(() => undefined));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(scope)) event.respondWith(answer(request));
});

/** The copy's answer; the network's where the copy has none, or is known to be behind it. */
async function answer(request: Request): Promise<Response> {
  if (await isBehind()) {
    const fresh = await fetch(request).catch(() => undefined);
    if (fresh) return fresh;
  }
  const { pathname, search } = new URL(request.url);
  try {
    const path = decodeURI(pathname.slice(new URL(scope).pathname.length));
    const found = answerPath(path, (await getPrecache()).files);
    if (found && 'redirect' in found) {
      return Response.redirect(new URL(found.redirect + search, scope).href);
    }
    if (found) return await read(found.file);
  } catch {
    // Neither stored nor available in this version: respond as without an offline copy.
  }
  return askNetwork(request);
}

/** The network's answer, or without one, for a page, our "not found". */
async function askNetwork(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== 'navigate') throw error;
    const { body, headers } = await read('404.html');
    return new Response(body, { status: 404, headers });
  }
}
