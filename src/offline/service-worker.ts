import { answerPath, type Precache } from '../lib/offline/precache.ts';
import { createCopy } from './copy.ts';
import { activateMessage } from './messages.ts';
import type { FetchEvent, WorkerScope } from './worker-scope.ts';

/** Put in by the build. */
declare const precache: Precache;

const worker = self as unknown as WorkerScope;
const { scope } = worker.registration;
const copy = createCopy(scope, precache);

worker.addEventListener('install', (event) => {
  event.waitUntil(copy.complete());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(copy.dropOthers().then(() => worker.clients.claim()));
});

// A new version waits until every page of the old one is closed, or a reader asks for it.
worker.addEventListener('message', ({ data }) => {
  if (data === activateMessage) void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const response = answer(event);
  if (response) event.respondWith(response);
});

/** The copy's answer to a request; undefined where the browser should ask the network by itself. */
function answer({ request }: FetchEvent): Promise<Response> | undefined {
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(scope)) return undefined;
  const path = decodeURI(url.pathname.slice(new URL(scope).pathname.length));
  const found = answerPath(path, precache.files);
  if (!found) return request.mode === 'navigate' ? askNetwork(request) : undefined;
  if ('redirect' in found) {
    return Promise.resolve(Response.redirect(new URL(found.redirect + url.search, scope).href));
  }
  // A file that can be neither read nor fetched in this version is left to the network.
  return copy.read(found.file).catch(() => fetch(request));
}

/** A page that the copy has not: from the network, or without one our "not found". */
async function askNetwork(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const { body, headers } = await copy.read('404.html');
    return new Response(body, { status: 404, headers });
  }
}
