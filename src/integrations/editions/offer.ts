import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { fillOffers } from '../../lib/editions/fill-offers.ts';
import { writeServiceWorker } from '../service-worker.ts';

/** Offers every edition that stands in dist/editions/ on the download page, each with the same day. */
export function offerEditions(root: string, date: string): void {
  const page = `${root}download/index.html`;
  if (!existsSync(page)) return;
  const built = readdirSync(`${root}editions`).map((file) => ({
    file,
    bytes: statSync(`${root}editions/${file}`).size,
    date,
  }));
  writeFileSync(page, fillOffers(readFileSync(page, 'utf8'), built));
}

/**
 * Offers an edition that was made after the build: on the download page, and so anew in the worker,
 * which knows each page by its digest.
 */
export async function offerLater(root: string, date: string): Promise<void> {
  offerEditions(root, date);
  await writeServiceWorker(root);
}
