import { existsSync } from 'node:fs';
import { defineCollection } from 'astro/content/config';
import { glob, type Loader } from 'astro/loaders';
import type { z } from 'astro/zod';
import { digestFiles } from '../../build/shared/disk-cache.ts';
import { placeOf } from '../collections.ts';

/** Astro's definition of a declared collection of Markdown files, for src/content.config.ts. */
export function defineText<Schema extends z.ZodType>(declared: { files: string; schema: Schema }) {
  const { folder, end } = placeOf(declared);
  const base = `./src/content/${folder}`;
  const loader = skipUnchanged(glob({ base, pattern: `*${end}` }), base);
  // Another guide need not have every kind of content.
  return defineCollection({
    loader: existsSync(base) ? loader : () => [],
    schema: declared.schema,
  });
}

/** Code that rendered text depends on: schemas and Markdown plugins. Part of the cache key. */
const code = ['src/content-model', 'src/markdown', 'src/content/site.yaml', 'package-lock.json'];

let codeDigest: string | undefined;

/** Wraps a loader: it runs only if its folder, or the code, changed since the last build. */
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
