import { chromium } from '@playwright/test';
import lighthouse, { type Flags } from 'lighthouse';
import { chromiumOptions } from '../../src/cli/browser.ts';
import { freePort } from '../free-port.ts';
import { median } from './median.ts';

/** Lighthouse's categories, in the order of the scores. */
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Lighthouse's default CPU slowdown for a phone. */
export const usualSlowdown = 4;

/** Benchmark index of machines for which that slowdown is right: 1,500 to 2,000 in Lighthouse's docs. */
const usualSpeed = 1750;

/** Lighthouse's result for a page. */
interface Audit {
  /** 0 to 100 for each category. */
  scores: number[];
  /** Total blocking time, in milliseconds. */
  blocking: number;
  /** Lighthouse's benchmark index of the machine during the run. */
  speed: number;
}

/**
 * Runs Lighthouse three times as a mobile visitor; returns the median of each figure.
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
 * The CPU slowdown that simulates the same phone on a slow machine, at most the default: the default would
 * simulate a much slower phone.
 */
export function slowdownFor(speed: number): number {
  return Math.min(usualSlowdown, (usualSlowdown * speed) / usualSpeed);
}

/** Runs Lighthouse in a new browser, since caches would speed up later runs. */
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
