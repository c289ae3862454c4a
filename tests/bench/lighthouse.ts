import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import lighthouse, { type Flags } from 'lighthouse';
import { chromiumOptions } from '../browser.ts';

/** Scores of a page, 0 to 100, by category: performance, accessibility, best practices, SEO. */
export type Scores = [number, number, number, number];

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/**
 * Median scores of three Lighthouse runs as a mobile visitor, each category by itself, and the median
 * of the blocking time in milliseconds. @throws Error when Lighthouse cannot read the page.
 */
export async function audit(url: string): Promise<{ scores: Scores; blocking: number }> {
  const runs = [await auditOnce(url), await auditOnce(url), await auditOnce(url)];
  const of = (index: number) => median(runs.map(({ scores }) => scores[index] ?? 0));
  return {
    scores: [of(0), of(1), of(2), of(3)],
    blocking: median(runs.map(({ blocking }) => blocking)),
  };
}

/** In a browser of its own, since one run's caches would speed up the next. */
async function auditOnce(url: string): Promise<{ scores: number[]; blocking: number }> {
  const port = await freePort();
  const { args, ...options } = chromiumOptions();
  const browser = await chromium.launch({
    ...options,
    args: [...args, `--remote-debugging-port=${String(port)}`],
  });
  try {
    const flags: Flags = { port, logLevel: 'error', onlyCategories: [...categories] };
    const result = await lighthouse(url, flags);
    if (!result || result.lhr.runtimeError) {
      throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? 'Lighthouse gave nothing'}`);
    }
    const { lhr } = result;
    return {
      scores: categories.map((name) => Math.round((lhr.categories[name]?.score ?? 0) * 100)),
      blocking: lhr.audits['total-blocking-time']?.numericValue ?? 0,
    };
  } finally {
    await browser.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
