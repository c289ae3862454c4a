import { existsSync } from 'node:fs';
import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { collections, placeOf, type CollectionName } from '../content-model/collections.ts';

type Name = CollectionName & CollectionKey;

/** Entries of a kind of content; none where the guide has no such file, about which Astro would warn. */
export async function getEntries<N extends Name>(name: N): Promise<CollectionEntry<N>[]> {
  const { files } = collections[name];
  const place = files.includes('*') ? placeOf(collections[name]).folder : files;
  return existsSync(`src/content/${place}`) ? getCollection(name) : [];
}
