import type { BuiltSite } from '../../../build/built-site.ts';
import type { BuildStep } from '../../../build/run-steps.ts';
import { readContents, readDeclared } from '../../../content-model/build/read-content.ts';
import { site } from '../../../site/site.ts';
import { formatCatalogue } from '../model/catalogue.ts';
import { language } from '../model/words.ts';
import { compileSynonyms, toShards } from '../model/lexicon.ts';
import { readBuiltPage } from './built-page.ts';
import { keepCries, toCryLines } from './learn-cries.ts';
import { keepLeanings } from './learn-leanings.ts';
import { toRecords } from './records.ts';
import { countWords, readEnglishDictionary, toCatalogue } from './write-data.ts';
import { writePagefind } from './write-pagefind.ts';

/**
 * Builds the search index over dist/: Pagefind's own, in chunks small enough that a query loads
 * little, and beside it a catalogue of the sections and the words that search knows.
 */
export const searchIndex: BuildStep = {
  name: 'search-index',
  run: async ({ site: built, content }) => {
    const { pages, records } = await indexSite(built, content);
    return `Indexed ${String(pages)} pages in ${String(records)} records`;
  },
};

/** Characters of a shard of words; about half of that packed. */
const shardSize = 4_000;

/**
 * Indexes a built site; `content` is the folder that authors edit. Returns how many pages and records
 * it found.
 */
export async function indexSite(built: BuiltSite, content: string) {
  const parts = readContents(content);
  const entries = built.pages
    .filter((path) => /(^|\/)index\.html$/.test(path))
    .filter((path) => built.readText(path).includes('data-pagefind-body'))
    .flatMap((path) => readBuiltPage(built.readMainTree(path), path.replace(/index\.html$/, '')));
  const found = toRecords(entries, parts, content);
  const records = await writePagefind(found, built, site.language.toLowerCase());
  const words = countWords(records);
  const catalogue = toCatalogue(records, words, parts, content);
  const examples = records.flatMap(({ id, asked }) => asked.map(({ text }) => ({ text, id })));
  const taught = readDeclared('cries', content)[0]?.data ?? { unsure: [], ordinary: [], cries: [] };
  const shards = toShards(
    words,
    compileSynonyms(readDeclared('synonyms', content).map(({ data }) => data)),
    keepLeanings(examples, catalogue.sections),
    shardSize,
  );
  catalogue.shards = shards.map(({ start }) => start);
  for (const [at, { text }] of shards.entries())
    built.write(`pagefind/words/${String(at)}.txt`, text);
  built.write('pagefind/catalogue.json', formatCatalogue(catalogue));
  built.write('pagefind/cries.txt', keepCries(toCryLines(records, catalogue.bets, taught)));
  if (language.hasDictionary) built.write('pagefind/dictionary.bin', readEnglishDictionary());
  return { pages: catalogue.pages.length, records: records.length };
}
