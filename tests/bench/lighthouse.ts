import { chromium } from '@playwright/test';
import lighthouse, { type Flags } from 'lighthouse';
import { chromiumOptions } from '../../src/cli/browser.ts';
import { freePort } from '../free-port.ts';
import { median } from './median.ts';

/** What a page is scored for, in the order of its scores. */
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** How much slower than the machine it runs on Lighthouse takes a phone to be, unless told otherwise. */
export const usualSlowdown = 4;

/** The benchmark index of the machines that slowdown is meant for: 1,500 to 2,000 in Lighthouse's docs. */
const usualSpeed = 1750;

/** What Lighthouse says of a page. */
interface Audit {
  /** 0 to 100 for each category. */
  scores: number[];
  /** Total blocking time, in milliseconds. */
  blocking: number;
  /** Lighthouse's benchmark index of the machine while it looked. */
  speed: number;
}

/**
 * The median of three Lighthouse runs as a mobile visitor, each figure by itself.
 * @throws Error when Lighthouse cannot read the page.
 */
export async function audit(url: string, slowdown = usualSlowdown): Promise<Audit> {
  const runs: Audit[] = [];
  for (let run = 0; run < 3; run += 1) runs.push(await auditOnce(url, slowdown));
  return {
    scores: categories.map((_, index) => median(runs.map(({ scores }) => scores[index] ?? 0))),
    blocking: median(runs.map(({ blocking }) => blocking)),
    speed: median(runs.map(({ speed }) => speed)),
  };
}

/**
 * The slowdown that makes of a machine the same phone as the usual one makes of the machines it is meant
 * for, never more than the usual: a slow machine slowed as much would be a phone that hardly exists.
 */
export function slowdownFor(speed: number): number {
  return Math.min(usualSlowdown, (usualSlowdown * speed) / usualSpeed);
}

/** In a browser of its own, since one run's caches would speed up the next. */
async function auditOnce(url: string, slowdown: number): Promise<Audit> {
  const port = await freePort();
  const { args, ...options } = chromiumOptions();
  const browser = await chromium.launch({
    ...options,
    args: [...args, `--remote-debugging-port=${String(port)}`],
  });
  try {
    const flags: Flags = {
      port,
      logLevel: 'error',
      onlyCategories: [...categories],
      throttling: { cpuSlowdownMultiplier: slowdown },
    };
    const result = await lighthouse(url, flags);
    if (!result || result.lhr.runtimeError) {
      throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? 'Lighthouse gave nothing'}`);
    }
    const { lhr } = result;
    return {
      scores: categories.map((name) => Math.round((lhr.categories[name]?.score ?? 0) * 100)),
      blocking: lhr.audits['total-blocking-time']?.numericValue ?? 0,
      speed: lhr.environment.benchmarkIndex,
    };
  } finally {
    await browser.close();
  }
}
