import preact from '@astrojs/preact/server.js';
import type { NamedSSRLoadedRendererValue } from 'astro';

/** The renderer of @astrojs/preact without its `check`, which renders each component once to see if it is Preact. */
export default {
  ...(preact as NamedSSRLoadedRendererValue),
  check: (component: unknown) => Promise.resolve(typeof component === 'function'),
};
