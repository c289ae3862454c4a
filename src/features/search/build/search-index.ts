import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltSite } from '../../../build/built-site.ts';
import type { BuildStep } from '../../../build/run-steps.ts';
import { compileSynonyms } from '../model/shard.ts';
import { readContents } from '../../../content-model/build/read-content.ts';
import { readAuthored } from './authored.ts';
import { readBuiltPage } from './built-page.ts';
import { createContext } from './context.ts';
import { readEnglish } from './english.ts';
import { toRecords, type PlacedPage } from './records.ts';
import { minifyEngine, readIds, writePagefind } from './write-pagefind.ts';
import { countWords, toStatistics } from './vocabulary.ts';
import { toCatalogue, writeCatalogue, writeWords } from './write-data.ts';

/**
 * Builds the search index over dist/: Pagefind's own, in chunks small enough that a query loads
 * little, and beside it a catalogue of the sections and the words that search knows.
 */
export const searchIndex: BuildStep = {
  name: 'search-index',
  run: async ({ site, content }) => {
    const { pages, records } = await indexSite(site, content);
    site.lookAgain();
    return `Indexed ${String(pages)} pages in ${String(records)} records`;
  },
};

/**
 * Indexes a built site; `content` is the folder that authors edit. Returns how many pages and records
 * it found.
 */
export async function indexSite(site: BuiltSite, content: string) {
  const folder = join(site.root, 'pagefind');
  const pages = readPages(site);
  const authored = await readAuthored(content);
  const parts = readContents(content);
  const records = toRecords(pages, createContext(pages, parts, authored));
  await writePagefind(records, folder);
  await minifyEngine(folder);
  const labels = parts.map(({ label }) => label);
  const isAside = (label: string | undefined) =>
    parts.find((part) => part.label === label)?.isAside ?? true;
  const ids = await readIds(folder);
  const english = readEnglish();
  const synonyms = compileSynonyms(authored.synonyms);
  const shards = await writeWords(
    folder,
    toStatistics(countWords(records), synonyms, english),
    synonyms,
  );
  await writeFile(join(folder, 'english.bin'), english.filter);
  const catalogue = toCatalogue(pages, records, {
    ids,
    parts: labels,
    shards,
    isAside,
    authored,
  });
  await writeCatalogue(folder, catalogue);
  return { pages: pages.length, records: records.length };
}

/** Every page that can be searched, by its path. */
function readPages(site: BuiltSite): PlacedPage[] {
  return site.pages
    .filter((path) => /(^|\/)index\.html$/.test(path))
    .filter((path) => site.readText(path).includes('data-pagefind-body'))
    .flatMap((path) => {
      const page = readBuiltPage(site.readTree(path));
      return page ? [{ ...page, path: path.replace(/index\.html$/, '') }] : [];
    });
}
