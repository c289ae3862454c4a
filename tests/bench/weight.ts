import { brotliCompressSync } from 'node:zlib';
import type { Browser, Response } from '@playwright/test';

/** What a page loads before anyone touches it. */
export interface Weight {
  /** Bytes of style, brotli 11, those in the page itself counted too. */
  css: number;
  /** Bytes of script, likewise. */
  js: number;
  /** Bytes of fonts as sent. */
  fonts: number;
  /** Cumulative layout shift while it loads over a slow line and while it is read to its end. */
  shift: number;
}

/** 1.6 Mbit/s with 150 ms there and back, and a processor at a quarter: Lighthouse's mobile visitor. */
const slow = {
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
  offline: false,
};

/** Loads one address in a fresh profile, waits until nothing more comes, and reads it to its end. */
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
  // Starlight fetches its search interface once the browser is idle.
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

/** Runs in the page, as do those below. */
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
