import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatCatalogue, type Catalogue, type PageEntry } from '../model/catalogue.ts';
import { toPattern, type BestBet } from '../model/best-bets.ts';
import { ContentError } from '../../../content-model/model/problem.ts';
import { suggestion } from '../../../lib/text/nearest.ts';
import type { BestBets } from '../../../content-model/schemas/search.ts';
import type { Authored } from './authored.ts';
import { toShards, type Entry, type WordStatistics } from '../model/shard.ts';
import { addressOf } from './write-pagefind.ts';
import type { PlacedPage, SearchRecord } from './records.ts';

/** Characters of a shard of words; about half of that packed. */
const shardSize = 2_000;

/** Writes the words that search knows in shards, `words/0.txt` and on; returns where each begins. */
export async function writeWords(
  folder: string,
  words: ReadonlyMap<string, WordStatistics>,
  synonyms: readonly Entry[],
): Promise<string[]> {
  await mkdir(join(folder, 'words'), { recursive: true });
  const shards = toShards(words, synonyms, shardSize);
  await Promise.all(
    shards.map(({ text }, index) => writeFile(join(folder, 'words', `${String(index)}.txt`), text)),
  );
  return shards.map(({ start }) => start);
}

/** What a catalogue is made from, beside the pages and their records. */
export interface CatalogueSources {
  /** Ids that Pagefind gave the records, by their addresses. */
  ids: ReadonlyMap<string, string>;
  parts: readonly string[];
  shards: readonly string[];
  isAside: (part: string | undefined) => boolean;
  authored: Pick<Authored, 'bets' | 'terms'>;
}

/** The catalogue of the records. @throws ContentError when a best bet names a place that is not there. */
export function toCatalogue(
  pages: readonly PlacedPage[],
  records: readonly SearchRecord[],
  { ids, parts, shards, isAside, authored }: CatalogueSources,
): Catalogue {
  const catalogue: Catalogue = {
    parts: [...parts],
    size: records.length,
    shards: [...shards],
    pages: [],
    sections: new Map(),
    terms: new Map(),
    bets: toBets(authored.bets, records, ids),
  };
  const aliases = new Map([...authored.terms.values()].map((one) => [one.term, one.aliases]));
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
    if (kind === 'term') {
      catalogue.terms.set(id, { anchor, term: title, aliases: aliases.get(title) ?? [] });
    } else if (kind !== 'work') catalogue.sections.set(id, { anchor, heading: title, page });
  }
  return catalogue;
}

/** Writes the catalogue: `catalogue.json`. */
export async function writeCatalogue(folder: string, catalogue: Catalogue): Promise<void> {
  await writeFile(join(folder, 'catalogue.json'), formatCatalogue(catalogue));
}

function toBets(
  { parts, bets }: BestBets,
  records: readonly SearchRecord[],
  ids: ReadonlyMap<string, string>,
): BestBet[] {
  const file = 'src/content/best-bets.yaml';
  const places = records.filter(({ kind }) => kind === 'page' || kind === 'question');
  const known = new Map(
    places.map((record) => [toPlace(record), ids.get(addressOf(record)) ?? '']),
  );
  return bets.map((bet) => {
    const pattern = toPattern(bet, parts);
    try {
      new RegExp(pattern);
    } catch (error) {
      throw new ContentError({ file, message: String(error), hint: 'Correct the pattern.' });
    }
    const own = bet.places.map((place) => {
      const id = known.get(place);
      if (id) return id;
      throw new ContentError({
        file,
        message: `There is no place "${place}" that search could find.`,
        hint: suggestion(place, [...known.keys()], 'the pages and their headings'),
      });
    });
    return { isHelp: bet.kind === 'help', places: own, pattern };
  });
}

function toPlace({ path, anchor }: SearchRecord): string {
  return path.replace(/\/$/, '') + (anchor && `#${anchor}`);
}
