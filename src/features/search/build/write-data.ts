import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatCatalogue, type Catalogue, type Line, type PageEntry } from '../model/catalogue.ts';
import { toPattern, type BestBet, type QueryPattern } from '../model/intent.ts';
import { ContentError } from '../../../content-model/model/problem.ts';
import { suggestion } from '../../../lib/text/nearest.ts';
import { readDeclared, type DeclaredEntry } from '../../../content-model/build/read-content.ts';
import type { FilledPart, Placed } from '../../../content-model/model/contents.ts';
import { toShards, type Entry } from '../model/shard.ts';
import { rarityOf } from '../model/evidence.ts';
import { isFunctionWord, normalise, splitWords } from '../model/words.ts';
import { lengthOf, linesOf, type PlacedPage, type SearchRecord } from './records.ts';
import { addressOf } from './write-pagefind.ts';

/** Characters of a shard of words; about half of that packed. */
const shardSize = 4_000;

/** Writes the words that search knows in shards, `words/0.txt` and on; returns where each begins. */
export async function writeWords(
  folder: string,
  words: ReadonlyMap<string, number>,
  synonyms: readonly Entry[],
  leanings: ReadonlyMap<string, string>,
): Promise<string[]> {
  await mkdir(join(folder, 'words'), { recursive: true });
  const shards = toShards(words, synonyms, leanings, shardSize);
  await Promise.all(
    shards.map(({ text }, index) => writeFile(join(folder, 'words', `${String(index)}.txt`), text)),
  );
  return shards.map(({ start }) => start);
}

/** What a catalogue is made from, beside the pages and their records. */
export interface CatalogueSources {
  /** Ids that Pagefind gave the records, by their addresses. */
  ids: ReadonlyMap<string, string>;
  parts: readonly FilledPart<Placed>[];
  words: ReadonlyMap<string, number>;
  /** The folder that authors edit. */
  content: string;
}

/** The catalogue of the records, but for the shards of words. @throws ContentError when a best bet names a place that is not there. */
export function toCatalogue(
  pages: readonly PlacedPage[],
  records: readonly SearchRecord[],
  { ids, parts, words, content }: CatalogueSources,
): Catalogue {
  const labels = parts.map(({ label }) => label);
  const catalogue: Catalogue = {
    parts: labels,
    size: records.length,
    shards: [],
    pages: [],
    sections: new Map(),
    terms: new Map(),
    bets: readDeclared('bets', content).flatMap(({ data }) => toBets(data, records, ids)),
  };
  const aliases = new Map(
    readDeclared('glossary', content).map(({ data }) => [data.term, data.aliases]),
  );
  const topics = new Map(records.map((record) => [record.path, record.topics[0]]));
  const entries = new Map(
    pages.map(({ path, title }): [string, PageEntry] => {
      const part = labels.indexOf(topics.get(path) ?? '');
      return [path, { path, title, part, aside: parts[part]?.isAside ?? true }];
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
    } else if (kind !== 'work') {
      const lines = toLines(record, words, records.length);
      catalogue.sections.set(id, { anchor, heading: title, page, ...lines });
    }
  }
  return catalogue;
}

/** Where a section's text ends in its record and its lines stand, counted in words as Pagefind does. */
function toLines(
  record: SearchRecord,
  words: ReadonlyMap<string, number>,
  total: number,
): { length: number; lines: Line[] } {
  const length = lengthOf(record.text);
  let end = length;
  const lines = linesOf(record).map(({ text, answer }): Line => {
    end += lengthOf(text);
    const own = [...new Set(splitWords(text))].filter((word) => !isFunctionWord(word));
    const weight = own.reduce((sum, word) => sum + rarityOf(words.get(word) ?? 0, total), 0);
    return { end, weight, ...(answer !== undefined && { answer }) };
  });
  return { length, lines };
}

/** Writes the catalogue: `catalogue.json`. */
export async function writeCatalogue(folder: string, catalogue: Catalogue): Promise<void> {
  await writeFile(join(folder, 'catalogue.json'), formatCatalogue(catalogue));
}

function toBets(
  { parts, bets }: DeclaredEntry<'bets'>['data'],
  records: readonly SearchRecord[],
  ids: ReadonlyMap<string, string>,
): BestBet[] {
  const file = 'src/content/best-bets.yaml';
  const places = records.filter(({ kind }) => kind === 'page' || kind === 'question');
  const known = new Map(
    places.map((record) => [toPlace(record), ids.get(addressOf(record)) ?? '']),
  );
  return bets.map((bet) => {
    const pattern = readPattern(() => toPattern(bet, parts), file);
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

function readPattern(read: () => QueryPattern, file: string): QueryPattern {
  try {
    return read();
  } catch (error) {
    throw new ContentError({ file, message: String(error), hint: 'Correct the pattern.' });
  }
}

function toPlace({ path, anchor }: SearchRecord): string {
  return path.replace(/\/$/, '') + (anchor && `#${anchor}`);
}

/**
 * Every word of the records with the number of records it stands in. A word with hyphens counts in
 * its parts and joined ("still", "face" and "stillface"), as Pagefind has it.
 */
export function countWords(records: readonly SearchRecord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title, page = '', text, asked } of records) {
    for (const word of wordsOf([title, page, text, ...asked.map((line) => line.text)].join('\n'))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** Longer strings are no words that anyone types. */
const longest = 24;

function wordsOf(text: string): Set<string> {
  const compounds = normalise(text).match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? [];
  const joined = compounds.map((compound) => compound.replaceAll('-', ''));
  return new Set([...splitWords(text), ...joined].filter((word) => word.length <= longest));
}
