import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltSite } from '../../../build/built-site.ts';
import type { BuildStep } from '../../../build/run-steps.ts';
import { readContents, readDeclared } from '../../../content-model/build/read-content.ts';
import { site } from '../../../site/site.ts';
import { readEnglishDictionary } from './english-dictionary.ts';
import { language } from '../model/languages/language.ts';
import { compileSynonyms } from '../model/shard.ts';
import { keepLeanings } from './learn-leanings.ts';
import { readBuiltPage } from './built-page.ts';
import { createContext, toRecords, type PlacedPage } from './records.ts';
import { countWords, toCatalogue, writeCatalogue, writeWords } from './write-data.ts';
import { addressOf, minifyEngine, readIds, writePagefind } from './write-pagefind.ts';

/**
 * Builds the search index over dist/: Pagefind's own, in chunks small enough that a query loads
 * little, and beside it a catalogue of the sections and the words that search knows.
 */
export const searchIndex: BuildStep = {
  name: 'search-index',
  run: async ({ site: built, content }) => {
    const { pages, records } = await indexSite(built, content);
    built.lookAgain();
    return `Indexed ${String(pages)} pages in ${String(records)} records`;
  },
};

/**
 * Indexes a built site; `content` is the folder that authors edit. Returns how many pages and records
 * it found.
 */
export async function indexSite(built: BuiltSite, content: string) {
  const folder = join(built.root, 'pagefind');
  const pages = readPages(built);
  const parts = readContents(content);
  const records = toRecords(pages, createContext(pages, parts, content));
  await writePagefind(records, folder, site.language.toLowerCase());
  await minifyEngine(folder);
  if (language.hasDictionary)
    await writeFile(join(folder, 'dictionary.bin'), readEnglishDictionary());
  const synonyms = compileSynonyms(readDeclared('synonyms', content).map(({ data }) => data));
  const words = countWords(records);
  const ids = readIds(folder);
  const catalogue = toCatalogue(pages, records, { ids, parts, words, content });
  const examples = records.flatMap((record) => {
    const id = ids.get(addressOf(record)) ?? '';
    return record.asked.map(({ text }) => ({ text, id }));
  });
  const leanings = keepLeanings(examples, catalogue.sections);
  catalogue.shards = await writeWords(folder, words, synonyms, leanings);
  await writeCatalogue(folder, catalogue);
  return { pages: pages.length, records: records.length };
}

/** Every page that can be searched, by its path. */
function readPages(built: BuiltSite): PlacedPage[] {
  return built.pages
    .filter((path) => /(^|\/)index\.html$/.test(path))
    .filter((path) => built.readText(path).includes('data-pagefind-body'))
    .flatMap((path) => {
      const page = readBuiltPage(built.readMainTree(path));
      return page ? [{ ...page, path: path.replace(/index\.html$/, '') }] : [];
    });
}
