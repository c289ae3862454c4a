import { existsSync } from 'node:fs';
import { defineCollection } from 'astro/content/config';
import { file, glob, type Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { digestFiles } from '../../build/shared/disk-cache.ts';
import { collections, placeOf, type Collection, type CollectionName } from '../collections.ts';
import { parseEntries } from './read-content.ts';

/** Names of the collections that pages query. */
type Queried = {
  [Name in CollectionName]: (typeof collections)[Name] extends { isQueried: true } ? Name : never;
}[CollectionName];

/** Schema of one entry of Astro; in a folder of maps, a whole file is one entry. */
type LoadedSchema<Declared extends Collection> = Declared extends { isOrdered: true }
  ? z.ZodType<z.output<Declared['schema']> & { order: number }>
  : Declared extends { files: `${string}*${string}`; shape: 'map' }
    ? z.ZodRecord<z.ZodString, Declared['schema']>
    : Declared['schema'];

/** Astro's definition of each declared collection that pages query, for src/content.config.ts. */
export function defineDeclared() {
  const queried = Object.entries<Collection>(collections).filter(([, { isQueried }]) => isQueried);
  return Object.fromEntries(queried.map(([name, one]) => [name, define(one)])) as unknown as {
    [Name in Queried]: { loader: Loader; schema: LoadedSchema<(typeof collections)[Name]> };
  };
}

function define(collection: Collection) {
  const { files, shape, schema, isOrdered } = collection;
  const { folder, end, isFolder } = placeOf(collection);
  const path = `./src/content/${isFolder ? folder : files}`;
  // Another guide need not have every kind of content.
  if (!existsSync(path)) return defineCollection({ loader: () => [], schema });
  if (isFolder)
    return defineCollection({
      loader: skipUnchanged(glob({ base: path, pattern: `*${end}` }), path),
      schema: shape === 'map' ? z.record(z.string(), schema) : schema,
    });
  const parser = (text: string) =>
    Object.fromEntries(
      parseEntries(collection, files, text).map(({ id, data }, order) => [
        id,
        isOrdered ? { ...data, order } : data,
      ]),
    );
  return defineCollection({
    loader: skipUnchanged(file(path, { parser }), path),
    schema: isOrdered ? (schema as z.ZodObject).safeExtend({ order: z.number() }) : schema,
  });
}

/** Code that entries depend on: schemas, and Markdown plugins for entries with text. Part of the cache key. */
const code = ['src/content-model', 'src/markdown', 'src/content/site.yaml', 'package-lock.json'];

let codeDigest: string | undefined;

/** Wraps a loader: it runs only if its file or folder, or the code, changed since the last build. */
export function skipUnchanged(loader: Loader, path: string): Loader {
  return {
    name: loader.name,
    load: async (context) => {
      codeDigest ??= digestFiles(code);
      const digest = digestFiles([path], codeDigest);
      // In the dev server the loader watches the files itself.
      if (!context.watcher) {
        if (context.meta.get('digest') === digest) return;
        context.store.clear();
      }
      await loader.load(context);
      context.meta.set('digest', digest);
    },
  };
}
