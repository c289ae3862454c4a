import { readFile, writeFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join, dirname } from 'node:path';
import { transform } from 'esbuild';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { linesOf, type SearchRecord } from './records.ts';

/** Pagefind's scripts, as it writes them. */
const scripts = ['pagefind.js', 'pagefind-worker.js'];

/** Makes Pagefind's scripts smaller by a third: they come with their names and spaces as written. */
export async function minifyEngine(folder: string): Promise<void> {
  await Promise.all(
    scripts.map(async (name) => {
      const file = join(folder, name);
      const { code } = await transform(await readFile(file, 'utf8'), {
        minify: true,
        target: 'es2022',
        legalComments: 'none',
      });
      await writeFile(file, code);
    }),
  );
}

/**
 * Words of an index chunk. Pagefind's default chunks hold some 30 KB packed, so that a query of two
 * or three words would load nearly the whole index. The variable is marked unstable: a test counts
 * the chunks.
 */
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= '1200';

/** How many records are handed to Pagefind before it is waited for. */
const batch = 500;

/**
 * Writes a Pagefind index of the records into a folder. Sections are records of their own, not
 * parts of a page's record: words that stand together in a section then say more than words that
 * stand far apart on a page, and a result leads to the place that answers.
 */
export async function writePagefind(
  records: readonly SearchRecord[],
  folder: string,
  language: string,
): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join(' ')}`);
  for (let start = 0; start < records.length; start += batch) {
    await Promise.all(
      records.slice(start, start + batch).map(async (record) => {
        const result = await index.addCustomRecord(toCustomRecord(record, language));
        if (result.errors.length > 0) throw new Error(result.errors.join(' '));
      }),
    );
  }
  // Pagefind's own writing ends before its files are whole: one read at once can be empty.
  const built = await index.getFiles();
  if (built.errors.length > 0) throw new Error(built.errors.join(' '));
  await close();
  await rm(folder, { recursive: true, force: true });
  // A language that Pagefind does not stem uses its engine for unknown ones.
  const hasOwn = built.files.some(({ path }) => path === `wasm.${language}.pagefind`);
  const files = built.files.filter(
    ({ path }) =>
      !/^pagefind-(ui|modular-ui|component-ui|highlight)\./.test(path) &&
      !(hasOwn && path === 'wasm.unknown.pagefind'),
  );
  for (const part of new Set(files.map(({ path }) => dirname(path))))
    await mkdir(join(folder, part), { recursive: true });
  for (const { path, content } of files) await writeFile(join(folder, path), content);
}

/** The id that Pagefind gave each record, by the record's address. */
export async function readIds(folder: string): Promise<Map<string, string>> {
  const names = await readdir(join(folder, 'fragment'));
  const pairs = await Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const { url } = JSON.parse(await readPacked(join(folder, 'fragment', name))) as {
        url: string;
      };
      return [url, name.replace(/\.pf_fragment$/, '')];
    }),
  );
  return new Map(pairs);
}

/** Address of a record's place, from the site's root. */
export function addressOf({ path, anchor }: Pick<SearchRecord, 'path' | 'anchor'>): string {
  return `/${path}${anchor && `#${anchor}`}`;
}

function toCustomRecord(record: SearchRecord, language: string) {
  const { kind, title, text, topics } = record;
  return {
    url: addressOf(record),
    content: [text, ...linesOf(record).map((line) => line.text)].join(' '),
    language,
    meta: { title },
    filters: { kind: [kind], ...(topics.length > 0 && { topic: topics }) },
  };
}

/** Pagefind packs its files with gzip, behind a mark of its own. */
async function readPacked(file: string): Promise<string> {
  return gunzipSync(await readFile(file))
    .subarray('pagefind_dcd'.length)
    .toString();
}
