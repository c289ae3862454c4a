import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArray, readText, writeArray, writeText } from './cbor.ts';
import { nameOf, pack, unpack } from './pagefind-file.ts';

/** A run of words in alphabetical order, in a file of its own. */
interface Chunk {
  from: string;
  to: string;
  /** Name of its file, without the ending. */
  name: string;
}

/** A word of the index with all that is known of it, as it is written. */
interface Word {
  text: string;
  bytes: Buffer;
}

/**
 * Splits the word index that Pagefind 1.5 wrote into chunks of about `size` bytes before packing.
 * Pagefind's own hold some 30 KB packed each and their size cannot be set; a query for two or three
 * words would load nearly the whole index. The list of chunks in `*.pf_meta` is rewritten to match.
 * @throws Error when the files are not as Pagefind 1.5 writes them.
 */
export async function splitChunks(folder: string, size: number): Promise<number> {
  const metaName = (await readdir(folder)).find((name) => name.endsWith('.pf_meta'));
  if (!metaName) throw new Error('Pagefind wrote no metadata to split by.');
  const metaFile = join(folder, metaName);
  const meta = readArray(unpack(await readFile(metaFile)));
  const [version, pages, list, ...others] = meta;
  if (!version || !pages || !list) throw new Error('Pagefind’s metadata has an unknown shape.');

  const chunks: Chunk[] = [];
  for (const entry of readArray(list)) {
    const [from, to, name] = readArray(entry).map(readText);
    if (from === undefined || to === undefined || !name) throw new Error('Unknown chunk entry.');
    const file = join(folder, 'index', `${name}.pf_index`);
    const words = readWords(unpack(await readFile(file)));
    await rm(file);
    for (const group of groupWords(words, size)) {
      const content = writeArray([writeArray(group.map(({ bytes }) => bytes))]);
      const language = name.replace(/_[^_]*$/, '');
      const chunk = { ...span(group), name: nameOf(language, content) };
      await writeFile(join(folder, 'index', `${chunk.name}.pf_index`), pack(content));
      chunks.push(chunk);
    }
  }
  const entries = chunks.map(({ from, to, name }) => writeArray([from, to, name].map(writeText)));
  await writeFile(metaFile, pack(writeArray([version, pages, writeArray(entries), ...others])));
  return chunks.length;
}

function readWords(content: Buffer): Word[] {
  const [words] = readArray(content);
  if (!words) throw new Error('A chunk of the index has no words.');
  return readArray(words).map((bytes) => {
    const [text] = readArray(bytes);
    if (!text) throw new Error('A word of the index has no text.');
    return { text: readText(text), bytes };
  });
}

/** Words in order, parted where their beginnings differ so that a prefix finds all its words. */
function groupWords(words: readonly Word[], size: number): Word[][] {
  const groups: Word[][] = [];
  let group: Word[] = [];
  let length = 0;
  for (const word of words) {
    const before = group.at(-1);
    const startsNew = before && word.text.slice(0, 4) !== before.text.slice(0, 4);
    if (before && (length > 2 * size || (length > size && startsNew))) {
      groups.push(group);
      group = [];
      length = 0;
    }
    group.push(word);
    length += word.bytes.length;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function span(group: readonly Word[]): Pick<Chunk, 'from' | 'to'> {
  return { from: group[0]?.text ?? '', to: group.at(-1)?.text ?? '' };
}
