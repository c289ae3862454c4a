import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BuiltSite } from '../../../build/built-site.ts';
import type { BuildStep } from '../../../build/run-steps.ts';
import { fillOffers } from '../model/offers.ts';
import { site as facts } from '../../../site/site.ts';
import { writeServiceWorker } from '../../offline/build/service-worker.ts';

/**
 * The date of an edition as YYYY-MM-DD: that of SOURCE_DATE_EPOCH (seconds since 1970) if set, else the
 * latest `updated` of a page. It does not depend on the clock, so builds of a commit are reproducible.
 */
export function editionDate(src: string): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch) return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  const docs = `${src}content/docs`;
  const days = readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name))
    .map((name) => readFileSync(join(docs, name), 'utf8'))
    .flatMap((page) => /^updated: (\d{4}-\d{2}-\d{2})/m.exec(page)?.[1] ?? [])
    .sort();
  return days.at(-1) ?? '1980-01-01';
}

/** Lists every file of dist/editions/ on the download page, with its size and the editions' date. */
function offerEditions(site: BuiltSite, src: string): void {
  const page = `${facts.pages.download ?? ''}/index.html`;
  if (!site.pages.includes(page)) return;
  const files = readdirSync(`${site.root}editions`);
  const sizes = new Map(files.map((file) => [file, statSync(`${site.root}editions/${file}`).size]));
  site.write(page, fillOffers(site.readText(page), sizes, editionDate(src)));
}

/** Build step: lists the editions of this build on the download page. */
export const offers: BuildStep = {
  name: 'offers',
  run: ({ site, src }) => {
    offerEditions(site, src);
    return 'Offered the editions';
  },
};

/**
 * Lists an edition that was made after the build on the download page, and writes the service worker again,
 * since it contains the digest of that page.
 */
export async function offerAddedEdition(): Promise<void> {
  const site = new BuiltSite('dist/');
  offerEditions(site, 'src/');
  await writeServiceWorker(site);
  site.save();
}
