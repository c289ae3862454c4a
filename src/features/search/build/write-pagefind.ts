import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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
      const { code } = await transform(readFileSync(file, 'utf8'), {
        minify: true,
        target: 'es2022',
        legalComments: 'none',
      });
      writeFileSync(file, code);
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
  rmSync(folder, { recursive: true, force: true });
  // A language that Pagefind does not stem uses its engine for unknown ones.
  const hasOwn = built.files.some(({ path }) => path === `wasm.${language}.pagefind`);
  const files = built.files.filter(
    ({ path }) =>
      !/^pagefind-(ui|modular-ui|component-ui|highlight)\./.test(path) &&
      !(hasOwn && path === 'wasm.unknown.pagefind'),
  );
  for (const part of new Set(files.map(({ path }) => dirname(path))))
    mkdirSync(join(folder, part), { recursive: true });
  for (const { path, content } of files) writeFileSync(join(folder, path), content);
}

/** The id that Pagefind gave each record, by the record's address. */
export function readIds(folder: string): Map<string, string> {
  const names = readdirSync(join(folder, 'fragment'));
  return new Map(
    names.map((name): [string, string] => {
      const { url } = JSON.parse(readPacked(join(folder, 'fragment', name))) as { url: string };
      return [url, name.replace(/\.pf_fragment$/, '')];
    }),
  );
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
function readPacked(file: string): string {
  return gunzipSync(readFileSync(file)).subarray('pagefind_dcd'.length).toString();
}
