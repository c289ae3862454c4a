import { createRequire } from 'node:module';
import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import type * as loaders from './content-model/build/loaders.ts';
import type * as page from './content-model/schemas/page.ts';
import type * as facts from './site/site.ts';

// Node has these modules from the check of the content; imported, Vite would transform and run all of them again.
const load = createRequire(import.meta.url);
const { defineDeclared } = load('./content-model/build/loaders.ts') as typeof loaders;
const { pageSchema } = load('./content-model/schemas/page.ts') as typeof page;
const { site } = load('./site/site.ts') as typeof facts;

/** Pages and Starlight's words; every other kind of content is declared in content-model/collections.ts. */
export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: pageSchema }) }),
  // Starlight asks for its messages by the site's language, and a file may serve several, as en.json does.
  i18n: defineCollection({
    loader: () => [{ id: site.language, ...site.messages }],
    schema: i18nSchema(),
  }),
  ...defineDeclared(),
};
