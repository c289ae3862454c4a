import { test as base } from '../../journey.ts';
import { type ServerOptions, serveSite, type TestServer } from '../../server.ts';

/** Tests of dist/ on their own server, with given behaviour; `baseURL` is the site's root. */
export const test = base.extend<{ habits: ServerOptions; server: TestServer }>({
  habits: [{}, { option: true }],
  server: async ({ habits }, use) => {
    const server = await serveSite('dist', habits);
    await use(server);
    await server.close();
  },
  baseURL: async ({ server }, use) => {
    await use(server.url);
  },
});

/** Behaviours of real servers, by name. */
export const servers: Record<string, ServerOptions> = {
  'at a domain’s root': {},
  'under a path': { base: '/a/b/c/' },
  'under a path, taking slashes away': { base: '/a/b/c/', slash: 'remove' },
  'under a path, with or without slashes and .html': {
    base: '/a/b/c/',
    slash: 'either',
    html: true,
  },
};
