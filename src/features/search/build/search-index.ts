import type { BuiltSite } from '../../../build/built-site.ts';
import type { BuildStep } from '../../../build/run-steps.ts';
import { readContents, readDeclared } from '../../../content-model/build/read-content.ts';
import { site } from '../../../site/site.ts';
import { formatCatalogue } from '../model/catalogue.ts';
import { language } from '../model/words.ts';
import { compileSynonyms, toShards } from '../model/lexicon.ts';
import { readBuiltPage } from './built-page.ts';
import { learnCriesCached, toCryLines } from './learn-cries.ts';
import { learnLeaningsCached } from './learn-leanings.ts';
import { toDocuments } from './documents.ts';
import { countWords, readEnglishDictionary, toCatalogue } from './write-data.ts';
import { writePagefind } from './write-pagefind.ts';

/**
 * Builds the search index of dist/: Pagefind's index, in chunks small enough that a query loads little, and a
 * catalogue of the sections, a lexicon in shards, a model of cries for help and a dictionary.
 */
export const searchIndex: BuildStep = {
  name: 'search-index',
  run: async ({ site: built, content }) => {
    const { pages, documents } = await indexSite(built, content);
    return `Indexed ${String(pages)} pages in ${String(documents)} documents`;
  },
};

/** Characters of a shard of the lexicon; compressed about half. */
const shardSize = 4_000;

/** Indexes a built site; authors edit the folder `content`. Returns the numbers of pages and documents. */
export async function indexSite(built: BuiltSite, content: string) {
  const parts = readContents(content);
  const entries = built.pages
    .filter((path) => /(^|\/)index\.html$/.test(path))
    .filter((path) => built.readText(path).includes('data-pagefind-body'))
    .flatMap((path) => readBuiltPage(built.readMainTree(path), path.replace(/index\.html$/, '')));
  const found = toDocuments(entries, parts, content);
  const documents = await writePagefind(found, built, site.language.toLowerCase());
  const words = countWords(documents);
  const catalogue = toCatalogue(documents, words, parts, content);
  const examples = documents.flatMap(({ id, asked }) => asked.map(({ text }) => ({ text, id })));
  const taught = readDeclared('cries', content)[0]?.data ?? { unsure: [], ordinary: [], cries: [] };
  const shards = toShards(
    words,
    compileSynonyms(readDeclared('synonyms', content).map(({ data }) => data)),
    learnLeaningsCached(examples, catalogue.sections),
    shardSize,
  );
  catalogue.shards = shards.map(({ start }) => start);
  for (const [at, { text }] of shards.entries())
    built.write(`pagefind/words/${String(at)}.txt`, text);
  built.write('pagefind/catalogue.json', formatCatalogue(catalogue));
  built.write(
    'pagefind/cries.txt',
    learnCriesCached(toCryLines(documents, catalogue.bets, taught)),
  );
  if (language.hasDictionary) built.write('pagefind/dictionary.bin', readEnglishDictionary());
  return { pages: catalogue.pages.length, documents: documents.length };
}
