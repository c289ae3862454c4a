import { answerPath, activateMessage, behindMessage, finishMessage } from '../model/precache.ts';
import { createCopy } from './copy.ts';

/** The part of a service worker's global scope that ours uses; TypeScript's DOM types lack it. */
export interface WorkerScope {
  registration: { scope: string };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: LifeEvent & MessageEvent) => void): void;
}

/** An event whose work may go on after its listener returns. */
export interface LifeEvent {
  waitUntil(work: Promise<unknown>): void;
}

/** A request that the worker may answer. */
export interface FetchEvent extends LifeEvent {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

/** Digest of the list of files; put in by the build. */
declare const version: string;

const worker = self as unknown as WorkerScope;
const { scope } = worker.registration;
const copy = createCopy(scope, version);

worker.addEventListener('install', (event) => {
  event.waitUntil(copy.complete());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(copy.dropOthers().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
  // A new version waits until every page of the old one is closed, or a reader asks for it.
  if (event.data === activateMessage) event.waitUntil(worker.skipWaiting());
  if (event.data === behindMessage) event.waitUntil(copy.fallBehind());
  if (event.data === finishMessage) event.waitUntil(copy.finish().catch(() => undefined));
});

worker.addEventListener('fetch', (event: FetchEvent) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(scope)) event.respondWith(answer(request));
});

/** The copy's answer; the network's where the copy has none, or is known to be behind it. */
async function answer(request: Request): Promise<Response> {
  if (await copy.isBehind()) {
    const fresh = await fetch(request).catch(() => undefined);
    if (fresh) return fresh;
  }
  const { pathname, search } = new URL(request.url);
  try {
    const path = decodeURI(pathname.slice(new URL(scope).pathname.length));
    const found = answerPath(path, await copy.files());
    if (found && 'redirect' in found) {
      return Response.redirect(new URL(found.redirect + search, scope).href);
    }
    if (found) return await copy.read(found.file);
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
    const { body, headers } = await copy.read('404.html');
    return new Response(body, { status: 404, headers });
  }
}
