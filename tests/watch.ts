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
