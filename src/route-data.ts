import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { buildSidebar, findNeighbours } from './content-model/model/contents.ts';
import { getContents, slugOf } from './queries/pages.ts';

/** Sets the sidebar and the previous and next links of each page, from the front matter of all pages. */
export const onRequest = defineRouteMiddleware(async ({ locals }) => {
  const route = locals.starlightRoute;
  const slug = slugOf(route.id);
  const contents = await getContents();
  route.sidebar = buildSidebar(contents, slug);
  route.pagination = findNeighbours(contents, slug);
  for (const { attrs } of route.head) {
    // Open Graph locales have an underscore; Starlight writes a language tag with a hyphen.
    if (attrs?.['property'] === 'og:locale') attrs['content'] = route.lang.replace('-', '_');
  }
});
