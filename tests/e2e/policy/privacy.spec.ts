import { expect, test } from '../../journey.ts';
import { pages } from '../../pages.ts';
import { answerQuiz } from '../faults/readable.ts';

/**
 * Runs in the page: notes each use of what tells browsers apart, asks for permissions, or sends
 * unasked. The notes stand in `window.name`, which outlives a visit and is no storage.
 */
function noteUses() {
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

test.describe('a reader’s privacy', () => {
  // The worker that keeps the site for later is watched too.
  test.use({ serviceWorkers: 'allow' });

  test('no page asks who the reader is', async ({ page }) => {
    await page.addInitScript(noteUses);
    for (const path of pages()) {
      await page.goto(path);
      await page.evaluate(() => {
        scrollTo(0, document.body.scrollHeight);
      });
    }
    await page.goto('/attunement/');
    await answerQuiz(page);
    await page.locator('[data-theme-select]').first().selectOption('dark');
    expect(await page.evaluate(() => window.name)).toBe('');
  });

  test('the watch would notice', async ({ page }) => {
    await page.addInitScript(noteUses);
    await page.goto('/about/');
    await page.evaluate(() => {
      document.cookie = 'a=b';
      document.createElement('canvas').toDataURL();
      return navigator.hardwareConcurrency;
    });
    expect(await page.evaluate(() => window.name)).toBe(
      'cookie canvas.toDataURL hardwareConcurrency ',
    );
  });

  test('an answer leaves no trace but keys of ours', async ({ page }) => {
    await page.goto('/attunement/');
    await answerQuiz(page);
    const { local, session, databases } = await page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name),
    }));
    expect(local.length).toBeGreaterThan(0);
    expect(local.filter((key) => !key.startsWith('sb:'))).toEqual([]);
    expect(session).toEqual([]);
    expect(databases).toEqual([]);
  });

  test('a link to another site does not tell where the reader comes from', async ({ page }) => {
    await page.goto('/references/');
    await expect(page.locator('meta[name="referrer"]')).toHaveAttribute('content', 'no-referrer');
    const prying = page.locator(
      'a[ping], a[referrerpolicy], img[referrerpolicy], link[rel*="preconnect"], link[rel*="dns-prefetch"]',
    );
    expect(await prying.count()).toBe(0);
  });
});
