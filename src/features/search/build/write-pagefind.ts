import { gunzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { close, createIndex } from 'pagefind';
import type { BuiltSite } from '../../../build/built-site.ts';
import { linesOf, type SearchDocument } from './documents.ts';

/**
 * Words of an index chunk. Pagefind's default chunks hold some 30 KB packed, so that a query of two
 * or three words would load nearly the whole index. The variable is marked unstable: a test counts
 * the chunks.
 */
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= '1200';

/** How many documents are handed to Pagefind before it is waited for. */
const batch = 500;

/**
 * Writes a Pagefind index of the documents into a site, and returns them with their ids there. Sections are
 * documents of their own, not parts of a page's document: words that stand together in a section then say more
 * than words that stand far apart on a page, and a result leads to the place that answers.
 */
export async function writePagefind<T extends SearchDocument>(
  documents: readonly T[],
  site: BuiltSite,
  language: string,
): Promise<(T & { id: string })[]> {
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
  // Pagefind's own writing ends before its files are whole: one read at once can be empty.
  const built = await index.getFiles();
  if (built.errors.length > 0) throw new Error(built.errors.join(' '));
  await close();
  // A language that Pagefind does not stem uses its engine for unknown ones.
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

/** Pagefind's scripts come with their names and spaces as written, a third larger than they need be. */
async function minify(content: Uint8Array): Promise<string> {
  const text = Buffer.from(content).toString();
  return (await transform(text, { minify: true, target: 'es2022', legalComments: 'none' })).code;
}

/** The address in a fragment: Pagefind packs its files with gzip, behind a mark of its own. */
function urlOf(fragment: Uint8Array): string {
  const text = gunzipSync(fragment).subarray('pagefind_dcd'.length).toString();
  return (JSON.parse(text) as { url: string }).url;
}

/** Address of a document's place, from the site's root. */
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
