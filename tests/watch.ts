import { expect, type BrowserContext, type Page, type Request } from '@playwright/test';

/** Prefix of all keys that the site stores. */
const ownKey = /^sb:/;

/**
 * Watches all pages of a browser context. The returned function lists the problems, each with its kind at
 * the start: "console" (also for policy violations), "error", "request", "cookie" or "storage".
 */
export function watchContext(context: BrowserContext, baseURL: string): () => Promise<string[]> {
  const problems: string[] = [];
  const home = baseURL && new URL(baseURL).origin;

  void context.addInitScript(reportViolations);
  const elsewhere: Request[] = [];
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:|^wss?:/.test(protocol) && origin !== home) elsewhere.push(request);
  });
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    // Browsers request this URL for pages without an icon; ours do not link to it.
    if (message.location().url.endsWith('/favicon.ico')) return;
    problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => problems.push(`error: ${error.error().message}`));

  return async () => {
    // Requests that the policy refused were not sent; they are reported as violations.
    const sent = elsewhere.filter((request) => request.failure()?.errorText !== 'csp');
    const requests = sent.map((request) => `request: ${request.url()}`);
    return [...problems, ...requests, ...(await findForeignData(context))];
  };
}

/** Runs in the page and logs violations of its Content Security Policy as console errors. */
function reportViolations() {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI}`);
  });
}

/** Cookies, and stored keys without our prefix. */
async function findForeignData(context: BrowserContext): Promise<string[]> {
  const { cookies, origins } = await context.storageState();
  const local = origins.flatMap(({ localStorage }) => localStorage.map(({ name }) => name));
  const session = (await Promise.all(context.pages().map(readSessionKeys))).flat();
  return [
    ...cookies.map(({ name }) => `cookie: ${name}`),
    ...[...local, ...session].filter((key) => !ownKey.test(key)).map((key) => `storage: ${key}`),
  ];
}

/** Keys of a page's session storage; none if it is closed, runs no script or has no storage. */
async function readSessionKeys(page: Page): Promise<string[]> {
  try {
    return await page.evaluate(() => Object.keys(sessionStorage));
  } catch {
    return [];
  }
}

/**
 * Waits until a page has loaded its fonts, run timers of less than 150 ms, such as the delay of search while
 * typing, and drawn some frames.
 */
export function settle(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => setTimeout(done, 150));
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
  });
}

/** Scrolls to each island in turn and waits until all have hydrated. */
export async function hydrateAll(page: Page): Promise<void> {
  const findNext = () =>
    page.evaluate(() => {
      const island = document.querySelector('astro-island[ssr]');
      // An island itself has no box.
      island?.firstElementChild?.scrollIntoView();
      return island?.getAttribute('component-url');
    });
  await expect.poll(findNext, { message: 'hydrates', intervals: [50] }).toBeUndefined();
}

/**
 * Runs in the page and records each use of an API that serves fingerprinting, asks for permissions or sends
 * data. The names are added to `window.name`, which persists across pages of a tab.
 */
export function recordApiUses() {
  const record = (name: string) => {
    window.name += `${name} `;
  };
  const wrap = (owner: object | undefined, method: string, name = method) => {
    const target = owner as Record<string, unknown> | undefined;
    const original = target?.[method];
    if (!target || typeof original !== 'function') return;
    target[method] = function (this: unknown, ...given: unknown[]): unknown {
      record(name);
      return (original as (...all: unknown[]) => unknown).apply(this, given);
    };
  };
  for (const method of ['toDataURL', 'toBlob', 'getContext'])
    wrap(HTMLCanvasElement.prototype, method, `canvas.${method}`);
  for (const maker of [
    'RTCPeerConnection',
    'AudioContext',
    'OfflineAudioContext',
    'WebSocket',
    'EventSource',
  ])
    wrap(window, maker);
  wrap(navigator, 'sendBeacon');
  wrap(navigator, 'getBattery');
  wrap(navigator.permissions, 'query', 'permissions.query');
  wrap(navigator.geolocation, 'getCurrentPosition');
  wrap(navigator.mediaDevices, 'enumerateDevices');
  wrap(window.Notification, 'requestPermission');
  for (const trait of ['plugins', 'mimeTypes', 'hardwareConcurrency', 'deviceMemory', 'platform']) {
    Object.defineProperty(navigator, trait, { get: () => record(trait) });
  }
  Object.defineProperty(document, 'cookie', { get: () => '', set: () => record('cookie') });
}
