import { gunzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { close, createIndex } from 'pagefind';
import type { BuiltSite } from '../../../build/built-site.ts';
import type { BuildContext, BuildStep } from '../../../build/run-steps.ts';
import { readContents, readDeclared } from '../../../content-model/build/read-content.ts';
import { site } from '../../../site/site.ts';
import { formatCatalogue } from '../model/catalogue.ts';
import { language } from '../model/words.ts';
import { compileSynonyms, toShards } from '../model/lexicon.ts';
import { learnCached } from './learn.ts';
import { linesOf, readBuiltPage, toDocuments, type SearchDocument } from './documents.ts';
import {
  countWords,
  readEnglishDictionary,
  toCatalogue,
  type IndexedDocument,
} from './write-data.ts';

/**
 * Builds the search index of dist/: Pagefind's index, in chunks small enough that a query loads little, and a
 * catalogue of the sections, a lexicon in shards, a model of cries for help and a dictionary.
 */
export const searchIndex: BuildStep = { name: 'search-index', run: indexSite };

/** Characters of a shard of the lexicon; compressed about half. */
const shardSize = 4_000;

/** Indexes a built site; authors edit the folder `content`. Returns the numbers of pages and documents in words. */
export async function indexSite({ site: built, content }: Pick<BuildContext, 'site' | 'content'>) {
  const parts = readContents(content);
  const entries = built.pages
    .filter((path) => /(^|\/)index\.html$/.test(path))
    .filter((path) => built.readText(path).includes('data-pagefind-body'))
    .flatMap((path) => readBuiltPage(built.readMainTree(path), path.replace(/index\.html$/, '')));
  const found = toDocuments(entries, parts, content);
  const documents = await writePagefind(found, built, site.language.toLowerCase());
  const words = countWords(documents);
  const catalogue = toCatalogue(documents, words, parts, content);
  const taught = readDeclared('cries', content)[0]?.data ?? { unsure: [], ordinary: [], cries: [] };
  const { leanings, cries } = learnCached(documents, catalogue, taught);
  const phrases = compileSynonyms(readDeclared('synonyms', content).map(({ data }) => data));
  const shards = toShards(words, phrases, leanings, shardSize);
  catalogue.shards = shards.map(({ start }) => start);
  for (const [at, { text }] of shards.entries())
    built.write(`pagefind/words/${String(at)}.txt`, text);
  built.write('pagefind/catalogue.json', formatCatalogue(catalogue));
  built.write('pagefind/cries.txt', cries);
  if (language.hasDictionary) built.write('pagefind/dictionary.bin', readEnglishDictionary());
  const counts = [catalogue.pages.length, documents.length].map(String);
  return `Indexed ${counts.join(' pages in ')} documents`;
}

/**
 * Size of an index chunk. Pagefind's default chunks have some 30 KB compressed, so that a query of two or three
 * words would load nearly the whole index. The variable is marked unstable, so a test counts the chunks.
 */
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= '1200';

/** Number of documents that are added at once. */
const batch = 500;

/**
 * Writes a Pagefind index of the documents into a site, and returns them with their ids. Each section is a document,
 * rather than each page: words in the same section then rank higher than words far apart on a page, and a result
 * links to the section that answers.
 */
async function writePagefind(
  documents: readonly SearchDocument[],
  site: BuiltSite,
  language: string,
): Promise<IndexedDocument[]> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join(' ')}`);
  for (let start = 0; start < documents.length; start += batch) {
    await Promise.all(
      documents.slice(start, start + batch).map(async (document) => {
        const result = await index.addCustomRecord(toCustomRecord(document, language));
        if (result.errors.length > 0) throw new Error(result.errors.join(' '));
      }),
    );
  }
  // Pagefind's `writeFiles` ends before its files are complete: one read at once can be empty.
  const built = await index.getFiles();
  if (built.errors.length > 0) throw new Error(built.errors.join(' '));
  await close();
  // Pagefind has an engine per language that it stems, and one for all others.
  const hasOwn = built.files.some(({ path }) => path === `wasm.${language}.pagefind`);
  const ids = new Map<string, string>();
  for (const { path, content } of built.files) {
    if (/^pagefind-(ui|modular-ui|component-ui|highlight)\./.test(path)) continue;
    if (hasOwn && path === 'wasm.unknown.pagefind') continue;
    const [, id] = /^fragment\/(.*)\.pf_fragment$/.exec(path) ?? [];
    if (id !== undefined) ids.set(urlOf(content), id);
    const isScript = /^pagefind(-worker)?\.js$/.test(path);
    site.write(`pagefind/${path}`, isScript ? await minify(content) : content);
  }
  return documents.map((document) => {
    const id = ids.get(addressOf(document));
    if (id === undefined) throw new Error(`Pagefind has lost ${addressOf(document)}.`);
    return { ...document, id };
  });
}

/** Minifies a script of Pagefind: the published one is a third larger. */
async function minify(content: Uint8Array): Promise<string> {
  const text = Buffer.from(content).toString();
  return (await transform(text, { minify: true, target: 'es2022', legalComments: 'none' })).code;
}

/** Reads the address in a fragment file: gzip of a signature and JSON. */
function urlOf(fragment: Uint8Array): string {
  const text = gunzipSync(fragment).subarray('pagefind_dcd'.length).toString();
  return (JSON.parse(text) as { url: string }).url;
}

/** Returns a document's address from the site's root. */
function addressOf({ path, anchor }: SearchDocument): string {
  return `/${path}${anchor && `#${anchor}`}`;
}

function toCustomRecord(document: SearchDocument, language: string) {
  const { kind, title, text, topics } = document;
  return {
    url: addressOf(document),
    content: [text, ...linesOf(document).map((line) => line.text)].join(' '),
    language,
    meta: { title },
    filters: { kind: [kind], ...(topics.length > 0 && { topic: topics }) },
  };
}
