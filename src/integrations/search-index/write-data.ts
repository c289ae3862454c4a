import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Catalogue, formatCatalogue, type PageEntry } from '../../lib/search/catalogue.ts';
import { toShards } from '../../lib/search/shard.ts';
import type { Entry } from '../../lib/search/synonym-lines.ts';
import { addressOf } from './write-pagefind.ts';
import type { PlacedPage, SearchRecord } from './records.ts';

/** Characters of a shard of words; about half of that packed. */
const shardSize = 2_000;

/** Writes the words that search knows in shards, `words/0.txt` and on; returns where each begins. */
export async function writeWords(
  folder: string,
  words: ReadonlyMap<string, number>,
  synonyms: readonly Entry[],
): Promise<string[]> {
  await mkdir(join(folder, 'words'), { recursive: true });
  const shards = toShards(words, synonyms, shardSize);
  await Promise.all(
    shards.map(({ text }, index) => writeFile(join(folder, 'words', `${String(index)}.txt`), text)),
  );
  return shards.map(({ start }) => start);
}

/** The catalogue of the records, by the ids that Pagefind gave them. */
export function toCatalogue(
  pages: readonly PlacedPage[],
  records: readonly SearchRecord[],
  ids: ReadonlyMap<string, string>,
  parts: readonly string[],
  shards: readonly string[],
  isAside: (part: string | undefined) => boolean,
): Catalogue {
  const catalogue: Catalogue = {
    parts: [...parts],
    size: records.length,
    shards: [...shards],
    pages: [],
    sections: new Map(),
    terms: new Map(),
  };
  const topics = new Map(records.map((record) => [record.path, record.topics[0]]));
  const entries = new Map(
    pages.map(({ path, title }): [string, PageEntry] => {
      const part = topics.get(path);
      return [path, { path, title, part: part ? parts.indexOf(part) : -1, aside: isAside(part) }];
    }),
  );
  catalogue.pages = [...entries.values()];
  for (const record of records) {
    const id = ids.get(addressOf(record));
    const page = entries.get(record.path);
    if (!id || !page) throw new Error(`Pagefind has lost ${addressOf(record)}.`);
    const { kind, anchor, title } = record;
    if (kind === 'term') catalogue.terms.set(id, { anchor, term: title });
    else if (kind !== 'work') catalogue.sections.set(id, { anchor, heading: title, page });
  }
  return catalogue;
}

/** Writes the catalogue: `catalogue.json`. */
export async function writeCatalogue(folder: string, catalogue: Catalogue): Promise<void> {
  await writeFile(join(folder, 'catalogue.json'), formatCatalogue(catalogue));
}
