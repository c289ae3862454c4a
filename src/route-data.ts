import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { trimSidebar } from './lib/content/trim-sidebar.ts';

/** Keeps each page's sidebar to its own part and the names of the others, so that pages do not grow with the site. */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const route = locals.starlightRoute;
  route.sidebar = trimSidebar(route.sidebar);
});
