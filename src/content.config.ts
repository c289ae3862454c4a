import { createRequire } from 'node:module';
import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import type * as page from './content-model/schemas/page.ts';
import type * as facts from './site/site.ts';

// The check of the content has loaded these modules in Node; with `import`, Vite would transform and run them again.
const load = createRequire(import.meta.url);
const { pageSchema } = load('./content-model/schemas/page.ts') as typeof page;
const { site } = load('./site/site.ts') as typeof facts;

/** Pages and Starlight's messages. Queries read the collections of content-model/collections.ts themselves. */
export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: pageSchema }) }),
  // Starlight looks messages up by the site's language; a file may be for several, as en.json is.
  i18n: defineCollection({
    loader: () => [{ id: site.language, ...site.messages }],
    schema: i18nSchema(),
  }),
};
