import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

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
