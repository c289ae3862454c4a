import { createRequire } from 'node:module';
import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import type * as loaders from './content-model/build/loaders.ts';
import type * as model from './content-model/collections.ts';
import type * as page from './content-model/schemas/page.ts';
import type * as facts from './site/site.ts';

// The check of the content has loaded these modules in Node; with `import`, Vite would transform and run them again.
const load = createRequire(import.meta.url);
const { defineText } = load('./content-model/build/loaders.ts') as typeof loaders;
const { collections: declared } = load('./content-model/collections.ts') as typeof model;
const { pageSchema } = load('./content-model/schemas/page.ts') as typeof page;
const { site } = load('./site/site.ts') as typeof facts;

/**
 * What Astro reads: pages, Starlight's messages, and collections with Markdown text, which it renders. Queries
 * read all other collections of content-model/collections.ts themselves.
 */
export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: pageSchema }) }),
  // Starlight looks messages up by the site's language; a file may be for several, as en.json is.
  i18n: defineCollection({
    loader: () => [{ id: site.language, ...site.messages }],
    schema: i18nSchema(),
  }),
  glossary: defineText(declared.glossary),
};
