import { siteRoot } from '../lib/url/site-root.ts';
import { activateMessage } from './messages.ts';

const state = document.querySelector<HTMLElement>('.sb-offline');
const offer = document.querySelector<HTMLElement>('.sb-update p');
const root = siteRoot(document);

// An edition has no manifest: a folder or an archive is offline by itself.
const isSite = document.querySelector('link[rel="manifest"]') !== null;

if (import.meta.env.PROD && root && isSite && 'serviceWorker' in navigator) {
  // In a task of its own: the page's own start shall not wait for the browser to find its workers.
  addEventListener('load', () => {
    setTimeout(() => void install(navigator.serviceWorker, root));
  });
}

async function install(workers: ServiceWorkerContainer, root: URL): Promise<void> {
  let controlled = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    // Another version took over: every open page follows, so that none mixes the two.
    if (controlled) location.reload();
    controlled = true;
  });
  try {
    const worker = new URL('sw.js', root);
    const registration = await workers.register(worker);
    watchForUpdate(registration);
    if (await failsFirst(registration)) watchForUpdate(await workers.register(worker));
    await workers.ready;
    if (state) state.hidden = false;
  } catch {
    // No room, no permission or no network: the site reads on without a copy.
  }
}

/**
 * Whether the first worker ever is given up: another page may have asked for it, of a version that was
 * replaced while it was being fetched. The registration goes with it.
 */
async function failsFirst({ active, installing }: ServiceWorkerRegistration): Promise<boolean> {
  if (active || !installing) return false;
  return new Promise((resolve) => {
    installing.addEventListener('statechange', () => {
      resolve(installing.state === 'redundant');
    });
  });
}

function watchForUpdate(registration: ServiceWorkerRegistration): void {
  const show = () => {
    const { waiting } = registration;
    if (!waiting || !offer || !registration.active) return;
    offer.hidden = false;
    offer.querySelector('button')?.addEventListener(
      'click',
      () => {
        waiting.postMessage(activateMessage);
      },
      { once: true },
    );
  };
  show();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', show);
  });
}
