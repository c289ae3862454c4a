import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
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
export function searchIndex(): AstroIntegration {
  let content = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        content = fileURLToPath(new URL('./content', config.srcDir));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const start = performance.now();
        const { pages, records } = await indexSite(fileURLToPath(dir), content);
        const time = Math.round(performance.now() - start);
        logger.info(
          `Indexed ${String(pages)} pages in ${String(records)} records in ${String(time)} ms.`,
        );
      },
    },
  };
}

/**
 * Indexes a built site; `content` is the folder that authors edit. Returns how many pages and records
 * it found.
 */
export async function indexSite(root: string, content: string) {
  const folder = join(root, 'pagefind');
  const pages = await readPages(root);
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

/** Every page of dist/ that can be searched, by its path. */
async function readPages(root: string): Promise<PlacedPage[]> {
  const names = (await readdir(root, { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(^|\/)index\.html$/.test(name))
    .sort();
  const pages: PlacedPage[] = [];
  for (const name of names) {
    const page = readBuiltPage(await readFile(join(root, name), 'utf8'));
    if (page) pages.push({ ...page, path: name.replace(/index\.html$/, '') });
  }
  return pages;
}
