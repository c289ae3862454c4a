import type { BrowserContext, Page, Request } from '@playwright/test';

/** Every key the site stores begins so. */
const ours = /^sb:/;

/**
 * Watches over all pages of a context. The function returned ends the watch and lists what went
 * wrong, each with its kind in front: "policy", "console", "error", "request", "cookie", "storage".
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
    // A browser guesses this address for a page without an icon; no page of ours asks for it.
    if (message.location().url.endsWith('/favicon.ico')) return;
    problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => problems.push(`error: ${error.error().message}`));

  return async () => {
    // What the policy refused never left the browser; it is reported as a breach.
    const sent = elsewhere.filter((request) => request.failure()?.errorText !== 'csp');
    const requests = sent.map((request) => `request: ${request.url()}`);
    return [...problems, ...requests, ...(await findTraces(context))];
  };
}

/** Runs in the page: a breach of the policy becomes an error on its console. */
function reportViolations() {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI}`);
  });
}

/** What a visit left in the browser that is not ours. */
async function findTraces(context: BrowserContext): Promise<string[]> {
  const { cookies, origins } = await context.storageState();
  const local = origins.flatMap(({ localStorage }) => localStorage.map(({ name }) => name));
  const session = (await Promise.all(context.pages().map(readSessionKeys))).flat();
  return [
    ...cookies.map(({ name }) => `cookie: ${name}`),
    ...[...local, ...session].filter((key) => !ours.test(key)).map((key) => `storage: ${key}`),
  ];
}

/** A page that cannot be asked (closed, no script, storage blocked) keeps nothing. */
async function readSessionKeys(page: Page): Promise<string[]> {
  try {
    return await page.evaluate(() => Object.keys(sessionStorage));
  } catch {
    return [];
  }
}

/**
 * Waits until a page has loaded its fonts, drawn some frames and run the timers that were to run by now:
 * those of less than 150 ms, such as the pause in typing that starts a search.
 */
export function settle(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => setTimeout(done, 150));
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
  });
}

/**
 * Runs in the page: notes each use of what tells browsers apart, asks for permissions, or sends
 * unasked. The notes stand in `window.name`, which outlives a visit and is no storage.
 */
export function noteUses() {
  const note = (name: string) => {
    window.name += `${name} `;
  };
  const wrap = (owner: object | undefined, method: string, name = method) => {
    const own = owner as Record<string, unknown> | undefined;
    const original = own?.[method];
    if (!own || typeof original !== 'function') return;
    own[method] = function (this: unknown, ...given: unknown[]): unknown {
      note(name);
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
    Object.defineProperty(navigator, trait, { get: () => note(trait) });
  }
  Object.defineProperty(document, 'cookie', { get: () => '', set: () => note('cookie') });
}
