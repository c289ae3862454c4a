import { existsSync } from 'node:fs';
import { defineCollection } from 'astro:content';
import { file, glob, type Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { collections, placeOf, type Collection, type CollectionName } from '../collections.ts';
import { parseEntries } from './read-declared.ts';

/** Names of the collections that pages query. */
type Queried = {
  [Name in CollectionName]: (typeof collections)[Name] extends { isQueried: true } ? Name : never;
}[CollectionName];

/** What Astro knows of one file or entry: in a folder of maps each file's map is one entry. */
type LoadedSchema<Declared extends Collection> = Declared extends {
  files: `${string}*${string}`;
  shape: 'map';
}
  ? z.ZodRecord<z.ZodString, Declared['schema']>
  : Declared['schema'];

/** Astro's definition of each declared collection that pages query, for src/content.config.ts. */
export function defineDeclared() {
  const names = Object.keys(collections) as CollectionName[];
  return Object.fromEntries(
    names
      .filter((name) => (collections[name] as Collection).isQueried)
      .map((name) => [name, define(name)]),
  ) as unknown as {
    [Name in Queried]: { loader: Loader; schema: LoadedSchema<(typeof collections)[Name]> };
  };
}

function define(name: CollectionName) {
  const collection: Collection = collections[name];
  const { files, shape, schema } = collection;
  const { folder, end } = placeOf(collection);
  const isFolder = files.includes('*');
  const path = `./src/content/${isFolder ? folder : files}`;
  // Another guide need not have every kind of content.
  if (!existsSync(path)) return defineCollection({ loader: () => [], schema });
  if (!isFolder) {
    const parser = (text: string) => Object.fromEntries(parseEntries(name, files, text));
    return defineCollection({ loader: file(path, { parser }), schema });
  }
  return defineCollection({
    loader: glob({ base: path, pattern: `*${end}` }),
    schema: shape === 'map' ? z.record(z.string(), schema) : schema,
  });
}
