import { brotliCompressSync } from 'node:zlib';
import type { Browser, Response } from '@playwright/test';

/** What a page loads before any interaction. */
export interface Weight {
  /** Bytes of style, inline style included, brotli 11. */
  css: number;
  /** Bytes of script, inline script included, brotli 11. */
  js: number;
  /** Bytes of fonts as transferred. */
  fonts: number;
  /** Cumulative layout shift while it loads on a slow connection and is scrolled to the end. */
  shift: number;
}

/** Lighthouse's mobile settings: 1.6 Mbit/s, a round trip of 150 ms, a CPU slowdown of 4. */
const slow = {
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
  offline: false,
};

/** Loads a URL in a fresh profile, waits until the network is idle, and scrolls to the end. */
export async function weigh(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 800 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(watchShift);

  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(url, { waitUntil: 'networkidle' });
  // Starlight loads its search interface when the browser is idle.
  await page.waitForTimeout(1500);
  const files = await Promise.all(responses.map(read));
  const inline = await page.evaluate(readInline);
  const shift = await page.evaluate(readToEnd);
  await context.close();
  const sum = (kind: string) =>
    files.filter((file) => file.kind === kind).reduce((total, file) => total + file.bytes, 0);
  return {
    css: sum('stylesheet') + size(inline.css),
    js: sum('script') + size(inline.js),
    fonts: sum('font'),
    shift,
  };
}

async function read(response: Response): Promise<{ kind: string; bytes: number }> {
  const kind = response.request().resourceType();
  if (!response.ok()) return { kind, bytes: 0 };
  const body = await response.body();
  return { kind, bytes: kind === 'font' ? body.length : size(body) };
}

function size(text: string | Buffer): number {
  return text.length === 0 ? 0 : brotliCompressSync(text).length;
}

/** Runs in the page, as do the functions below. */
function watchShift() {
  const sum = { value: 0 };
  Object.assign(globalThis, { shift: sum });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (!entry.hadRecentInput) sum.value += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

function readInline() {
  const text = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent).join('\n');
  return { css: text('style'), js: text('script:not([src]):not([type$="json"])') };
}

async function readToEnd(): Promise<number> {
  for (let y = 0; y < document.documentElement.scrollHeight; y += 600) {
    scrollTo({ top: y, behavior: 'instant' });
    await new Promise((done) => setTimeout(done, 60));
  }
  return (globalThis as unknown as { shift: { value: number } }).shift.value;
}
