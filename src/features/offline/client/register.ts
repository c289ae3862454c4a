import { siteRoot } from '../../../lib/url/page-path.ts';
import { activateMessage, behindMessage, finishMessage } from '../model/precache.ts';

const state = document.querySelector<HTMLElement>('.sb-offline');
const keep = document.querySelector<HTMLElement>('.sb-keep');
const offer = document.querySelector<HTMLElement>('.sb-update p');
const root = siteRoot(document);

const { connection } = navigator as { connection?: { saveData?: boolean } };
const savesData = connection?.saveData === true;

// An edition has no manifest: a folder or an archive is offline by itself.
const isSite = document.querySelector('link[rel="manifest"]') !== null;

if (import.meta.env.PROD && root && isSite && 'serviceWorker' in navigator) {
  // In a separate task: the browser's lookup of service workers must not delay the page's own scripts.
  addEventListener('load', () => {
    setTimeout(() => void start(navigator.serviceWorker, root));
  });
}

/** Keeps a copy by itself, except for readers who save data: those are asked. */
async function start(workers: ServiceWorkerContainer, root: URL): Promise<void> {
  const isKept = (await workers.getRegistration(root).catch(() => undefined)) !== undefined;
  if (isKept || !savesData || !keep) return install(workers, root);
  keep.hidden = false;
  keep.querySelector('button')?.addEventListener('click', () => {
    keep.hidden = true;
    void install(workers, root);
  });
}

async function install(workers: ServiceWorkerContainer, root: URL): Promise<void> {
  followVersions(workers);
  try {
    const worker = new URL('sw.js', root);
    const registration = await workers.register(worker);
    watchForUpdate(registration);
    if (await failsFirst(registration)) watchForUpdate(await workers.register(worker));
    const { active } = await workers.ready;
    if (state) state.hidden = false;
    if (!savesData) active?.postMessage(finishMessage);
  } catch {
    // No room, no permission or no network: the site reads on without a copy.
  }
}

/**
 * Another version took over, since a reader asked for it in some tab. Pages follow, so that none mixes
 * the two; one with answers in it leaves that to its reader.
 */
function followVersions(workers: ServiceWorkerContainer): void {
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
  const follow = () => {
    const { installing, active } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') offerWaiting(registration);
      // It could not be kept: the host alters pages beyond knowing, or the network broke.
      else if (installing.state === 'redundant') active?.postMessage(behindMessage);
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
    // Pages that were reloaded past the worker have no controller whose change would tell them.
    waiting.addEventListener('statechange', () => {
      if (waiting.state === 'activated') location.reload();
    });
    waiting.postMessage(activateMessage);
  });
}

function showOffer(take: () => void): void {
  const button = offer?.querySelector('button');
  if (!offer || !button) return;
  offer.hidden = false;
  button.onclick = take;
}
