import { rmSync } from 'node:fs';
import { close, createIndex } from 'pagefind';
import type { Page } from '@playwright/test';

/** The results of plain Pagefind. */
export interface PlainAnswer {
  /** Slugs of the pages, best first. */
  pages: string[];
  /** From the call to the addresses of the first `count` results, in milliseconds. */
  time: number;
}

/** Indexes dist/ with Pagefind's defaults, into a folder. */
export async function indexPlainly(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  // The site's build sets this for its index.
  delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  const { index } = await createIndex({});
  await index?.addDirectory({ path: 'dist' });
  await index?.writeFiles({ outputPath: folder });
  await close();
}

/** Calls `pagefind.search` in the browser, and loads `count` results for their addresses. */
export async function searchPlainly(
  page: Page,
  query: string,
  count: number,
): Promise<PlainAnswer> {
  return page.evaluate(
    async ({ text, most }) => {
      interface Plain {
        search: (text: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
      }
      const address = '/plain/pagefind.js';
      const plain = (await import(address)) as Plain;
      const start = performance.now();
      const { results } = await plain.search(text);
      const data = await Promise.all(results.slice(0, most).map((result) => result.data()));
      return {
        pages: data.map(({ url }) =>
          new URL(url, location.origin).pathname.replaceAll(/^\/|\/$/g, ''),
        ),
        time: performance.now() - start,
      };
    },
    { text: query, most: count },
  );
}
