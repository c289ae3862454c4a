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
