import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineDeclared } from './content-model/build/loaders.ts';
import { pageSchema } from './content-model/schemas/page.ts';
import { site } from './site/site.ts';

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
