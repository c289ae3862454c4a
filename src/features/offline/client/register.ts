import { siteRoot } from '../../../lib/url/page-path.ts';
import { activateMessage, outdatedMessage, finishMessage } from '../model/precache.ts';

const state = document.querySelector<HTMLElement>('.sb-offline');
const consent = document.querySelector<HTMLElement>('.sb-keep');
const offer = document.querySelector<HTMLElement>('.sb-update p');
const root = siteRoot(document);

const { connection } = navigator as { connection?: { saveData?: boolean } };
const savesData = connection?.saveData === true;

// Editions have no manifest, and are offline anyway.
const isSite = document.querySelector('link[rel="manifest"]') !== null;

if (import.meta.env.PROD && root && isSite && 'serviceWorker' in navigator) {
  // In a separate task: the browser's lookup of service workers must not delay the page's own scripts.
  addEventListener('load', () => setTimeout(() => void start(navigator.serviceWorker, root)));
}

/** Installs the offline copy; readers with data saving on are asked first. */
async function start(workers: ServiceWorkerContainer, root: URL): Promise<void> {
  const isInstalled = (await workers.getRegistration(root).catch(() => undefined)) !== undefined;
  if (isInstalled || !savesData || !consent) return install(workers, root);
  consent.hidden = false;
  consent.querySelector('button')?.addEventListener('click', () => {
    consent.hidden = true;
    void install(workers, root);
  });
}

async function install(workers: ServiceWorkerContainer, root: URL): Promise<void> {
  reloadOnTakeover(workers);
  try {
    const worker = new URL('sw.js', root);
    const registration = await workers.register(worker);
    watchForUpdate(registration);
    if (await firstInstallFails(registration)) watchForUpdate(await workers.register(worker));
    const { active } = await workers.ready;
    if (state) state.hidden = false;
    if (!savesData) active?.postMessage(finishMessage);
  } catch {
    // Without storage, permission or network the site works without an offline copy.
  }
}

/**
 * Reloads the page when another version takes over, which a reader may have accepted in any tab, so that
 * no page mixes the two. A page whose islands were used offers the reload instead, to keep answers.
 */
function reloadOnTakeover(workers: ServiceWorkerContainer): void {
  let controlled = workers.controller !== null;
  let touched = false;
  for (const type of ['input', 'click']) {
    document.querySelector('main')?.addEventListener(type, ({ target }) => {
      touched ||= (target as Element).closest('astro-island') !== null;
    });
  }
  workers.addEventListener('controllerchange', () => {
    if (controlled && touched) showOffer(() => location.reload());
    else if (controlled) location.reload();
    controlled = true;
  });
}

/** Whether the first installation fails, as when the site is replaced meanwhile; it is then unregistered. */
async function firstInstallFails(registration: ServiceWorkerRegistration): Promise<boolean> {
  const { active, installing } = registration;
  if (active || !installing) return false;
  return new Promise((resolve) => {
    installing.addEventListener('statechange', () => resolve(installing.state === 'redundant'));
  });
}

function watchForUpdate(registration: ServiceWorkerRegistration): void {
  const follow = () => {
    const { installing, active } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') offerWaiting(registration);
      // The installation failed: the host alters pages beyond recognition, or the network failed.
      else if (installing.state === 'redundant') active?.postMessage(outdatedMessage);
    });
  };
  offerWaiting(registration);
  follow();
  registration.addEventListener('updatefound', follow);
}

/** Offers the waiting version, which another tab may activate before the reader accepts. */
function offerWaiting({ waiting, active }: ServiceWorkerRegistration): void {
  if (!waiting || !active) return;
  showOffer(() => {
    if (waiting.state !== 'installed') return location.reload();
    // After a forced reload a page has no controller, so it gets no controllerchange event.
    waiting.addEventListener('statechange', () => {
      if (waiting.state === 'activated') location.reload();
    });
    waiting.postMessage(activateMessage);
  });
}

function showOffer(accept: () => void): void {
  const button = offer?.querySelector('button');
  if (!offer || !button) return;
  offer.hidden = false;
  button.onclick = accept;
}
