import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { buildSidebar, findNeighbours } from './content-model/model/contents.ts';
import { getContents, slugOf } from './queries/pages.ts';

/** Gives each page its contents and its neighbours, as front matter places the pages. */
export const onRequest = defineRouteMiddleware(async ({ locals }) => {
  const route = locals.starlightRoute;
  const slug = slugOf(route.id);
  const contents = await getContents();
  route.sidebar = buildSidebar(contents, slug);
  route.pagination = findNeighbours(contents, slug);
  for (const { attrs } of route.head) {
    // Open Graph writes locales with an underscore; Starlight gives the language tag of HTML.
    if (attrs?.['property'] === 'og:locale') attrs['content'] = route.lang.replace('-', '_');
  }
});
