import preact from '@astrojs/preact/server.js';
import type { NamedSSRLoadedRendererValue } from 'astro';

/** The renderer of @astrojs/preact, which tells its components by rendering each once more; all of ours are its. */
export default {
  ...(preact as NamedSSRLoadedRendererValue),
  check: (component: unknown) => Promise.resolve(typeof component === 'function'),
};
