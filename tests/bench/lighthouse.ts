import { chromium } from '@playwright/test';
import lighthouse, { type Flags } from 'lighthouse';
import { chromiumOptions } from '../browser.ts';
import { freePort } from '../free-port.ts';
import { median } from './median.ts';

/** What a page is scored for, in the order of its scores. */
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What Lighthouse says of a page. */
interface Audit {
  /** 0 to 100 for each category. */
  scores: number[];
  /** Total blocking time, in milliseconds. */
  blocking: number;
}

/**
 * The median of three Lighthouse runs as a mobile visitor, each figure by itself.
 * @throws Error when Lighthouse cannot read the page.
 */
export async function audit(url: string): Promise<Audit> {
  const runs = [await auditOnce(url), await auditOnce(url), await auditOnce(url)];
  return {
    scores: categories.map((_, index) => median(runs.map(({ scores }) => scores[index] ?? 0))),
    blocking: median(runs.map(({ blocking }) => blocking)),
  };
}

/** In a browser of its own, since one run's caches would speed up the next. */
async function auditOnce(url: string): Promise<Audit> {
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
