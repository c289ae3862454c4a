import { statSync } from 'node:fs';
import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { collections, placeOf, type CollectionName } from '../content-model/collections.ts';

type Name = CollectionName & CollectionKey;

/** Bytes of a file that holds nothing: `[]` or `{}` and the end of the line. */
const empty = 4;

/** Entries of a kind of content; none where its file is missing or empty, about which Astro would warn. */
export async function getEntries<N extends Name>(name: N): Promise<CollectionEntry<N>[]> {
  const { files } = collections[name];
  const place = files.includes('*') ? placeOf(collections[name]).folder : files;
  const stat = statSync(`src/content/${place}`, { throwIfNoEntry: false });
  return stat && (stat.isDirectory() || stat.size > empty) ? getCollection(name) : [];
}
