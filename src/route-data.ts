import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

/** Corrects the Open Graph locale: it has an underscore, and Starlight writes a language tag with a hyphen. */
export const onRequest = defineRouteMiddleware(({ locals: { starlightRoute } }) => {
  for (const { attrs } of starlightRoute.head)
    if (attrs?.['property'] === 'og:locale')
      attrs['content'] = starlightRoute.lang.replace('-', '_');
});
