import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BuiltSite } from '../../../build/built-site.ts';
import type { BuildStep } from '../../../build/run-steps.ts';
import { fillOffers, formatSize } from '../model/offers.ts';
import { site as facts } from '../../../site/site.ts';
import { writeServiceWorker } from '../../offline/build/service-worker.ts';

/**
 * The day of an edition, as YYYY-MM-DD: that of SOURCE_DATE_EPOCH (seconds since 1970) where it is
 * set, else the latest `updated` of a page. Never the clock's: a build of one commit is always alike.
 */
export function editionDate(docs: string, epoch = process.env['SOURCE_DATE_EPOCH']): string {
  if (epoch) return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  const days = readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name))
    .flatMap(
      (name) =>
        /^updated: (\d{4}-\d{2}-\d{2})/m.exec(readFileSync(join(docs, name), 'utf8'))?.[1] ?? [],
    )
    .sort();
  return days.at(-1) ?? '1980-01-01';
}

/** Offers every edition that stands in dist/editions/ on the download page, each with the same day. */
function offerEditions(site: BuiltSite, date: string): void {
  const page = `${facts.pages.download ?? ''}/index.html`;
  if (!site.pages.includes(page)) return;
  const files = readdirSync(`${site.root}editions`);
  const sizes = new Map(files.map((file) => [file, statSync(`${site.root}editions/${file}`).size]));
  site.write(page, fillOffers(site.readText(page), sizes, date));
}

/** Offers the editions of this build. */
export const offers: BuildStep = {
  name: 'offers',
  run: ({ site, src }) => {
    offerEditions(site, editionDate(`${src}content/docs/`));
    return 'Offered the editions';
  },
};

/**
 * Offers an edition that was made after the build: on the download page, and so anew in the worker,
 * which knows each page by its digest.
 */
export async function offerLater(root: string, date: string): Promise<void> {
  const site = new BuiltSite(root);
  offerEditions(site, date);
  await writeServiceWorker(site);
  site.save();
}

/** Makes the book, of pages with the addresses that Astro wrote. */
export const book: BuildStep = {
  name: 'book',
  run: async ({ site, src }) => {
    const { makeEpub } = await import('./epub.ts');
    const epub = await makeEpub(site, src, editionDate(`${src}content/docs/`));
    site.write(`editions/${facts.id}.epub`, epub);
    return `Made the book: ${formatSize(epub.length)}`;
  },
};

/** Makes the double-click edition, of pages with relative links and without a policy, which it cannot keep. */
export const folder: BuildStep = {
  name: 'folder',
  run: async ({ site, src }) => {
    const { makeFolder } = await import('./folder.ts');
    const { zip } = await import('./zip.ts');
    const files = [...(await makeFolder(site))];
    const named = new Map(files.map(([path, content]) => [`${facts.id}/${path}`, content]));
    const archive = zip(named, editionDate(`${src}content/docs/`));
    site.write(`editions/${facts.id}.zip`, archive);
    return `Made the double-click edition: ${formatSize(archive.length)}`;
  },
};
