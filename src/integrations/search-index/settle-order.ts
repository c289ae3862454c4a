import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArray, readText, writeArray, writeText } from './cbor.ts';
import { nameOf, pack, unpack } from './pagefind-file.ts';

/** What pagefind-entry.json says, as far as it is needed here. */
interface Entry {
  languages: Record<string, { hash: string }>;
}

/**
 * Puts filters and their values into alphabetical order. Pagefind 1.5 writes them as they come out
 * of a hash table, so that no two builds are alike; files named after their content, the metadata
 * and the entry file change with them.
 * @throws Error when the files are not as Pagefind 1.5 writes them.
 */
export async function settleOrder(folder: string): Promise<void> {
  const entryFile = join(folder, 'pagefind-entry.json');
  const entry = JSON.parse(await readFile(entryFile, 'utf8')) as Entry;
  for (const [language, about] of Object.entries(entry.languages)) {
    const metaFile = join(folder, `pagefind.${about.hash}.pf_meta`);
    const [version, pages, chunks, filters, ...others] = readArray(
      unpack(await readFile(metaFile)),
    );
    if (!version || !pages || !chunks || !filters) throw new Error('Unknown metadata of Pagefind.');
    const settled = await Promise.all(
      readArray(filters).map((filter) => settleFilter(folder, language, filter)),
    );
    settled.sort((a, b) => a.name.localeCompare(b.name, 'en'));
    const list = writeArray(
      settled.map(({ name, file }) => writeArray([name, file].map(writeText))),
    );
    const meta = writeArray([version, pages, chunks, list, ...others]);
    about.hash = nameOf(language, meta);
    await rm(metaFile);
    await writeFile(join(folder, `pagefind.${about.hash}.pf_meta`), pack(meta));
  }
  await writeFile(entryFile, JSON.stringify(entry));
}

/** Writes one filter anew; `entry` is its name and the name of its file. */
async function settleFilter(folder: string, language: string, entry: Buffer) {
  const [name, old] = readArray(entry).map(readText);
  if (name === undefined || !old) throw new Error('Unknown filter entry of Pagefind.');
  const pathOf = (file: string) => join(folder, 'filter', `${file}.pf_filter`);
  const [label, values] = readArray(unpack(await readFile(pathOf(old))));
  if (!label || !values) throw new Error('Unknown filter of Pagefind.');
  const valueOf = (value: Buffer) => readText(readArray(value)[0] ?? value);
  const sorted = readArray(values).sort((a, b) => valueOf(a).localeCompare(valueOf(b), 'en'));
  const content = writeArray([label, writeArray(sorted)]);
  const file = nameOf(language, content);
  await rm(pathOf(old));
  await writeFile(pathOf(file), pack(content));
  return { name, file };
}
