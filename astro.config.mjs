import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import packageFile from './package.json' with { type: 'json' };
import { fonts } from './src/assets/fonts/families.ts';
import { findSiteAddress } from './src/lib/url/page-path.ts';
import { contentCheck } from './src/build/content-check.ts';
import { markdownPlugins } from './src/markdown/plugins.ts';
import { siteColours } from './src/build/site-colours.ts';
import { clientMessages } from './src/build/inline-messages.ts';
import { preactIslands } from './src/build/preact-islands.ts';
import { pageOverride } from './src/site/page-override.ts';
import { site } from './src/site/site.ts';
import { renderBuiltUrl } from './src/build/links/portable-links.ts';
import { runSteps } from './src/build/run-steps.ts';
import { buildSteps } from './src/build-steps.ts';

/** The site's public URL. Without it there are no canonical URLs and no sitemap. */
const address = findSiteAddress(process.env);

/** The oldest supported version of each browser, such as "chrome >= 111"; Vite refuses a name that it does not know. */
const browsers = packageFile.browserslist;

const content = contentCheck();

export default defineConfig({
  ...(address && { site: address }),
  trailingSlash: 'ignore',
  server: { port: Number(process.env.PORT ?? 4321) },
  devToolbar: { enabled: false },
  // Not in node_modules, which copies of the project may share.
  cacheDir: './.cache/astro',
  // The service worker caches all pages, so prefetching would only cost script and data.
  prefetch: false,
  // A page can be painted without a second request; its style compresses to 6 kB.
  build: { inlineStylesheets: 'always' },
  fonts: [...fonts],
  markdown: {
    // No page has code blocks, and creating the highlighter takes time.
    syntaxHighlight: false,
    processor: satteri(markdownPlugins),
  },
  integrations: [
    content.first,
    // Starlight's own sitemap warns without a public URL; an integration of the same name replaces it.
    ...(address ? [] : [{ name: '@astrojs/sitemap', hooks: {} }]),
    starlight({
      title: site.name,
      description: site.description,
      locales: {
        root: { label: site.languageName, lang: site.language, dir: site.direction },
      },
      pagefind: false,
      expressiveCode: false,
      disable404Route: true,
      // The layout lists the contents from the pages' front matter.
      sidebar: [],
      markdown: { headingLinks: false },
      routeMiddleware: './src/route-data.ts',
    }),
    mdx(),
    preactIslands(),
    runSteps(buildSteps),
    content.last,
  ],
  vite: {
    cacheDir: './.cache/vite',
    experimental: { renderBuiltUrl },
    plugins: [clientMessages(), siteColours(), pageOverride()],
    // Lightning CSS adds the prefixes, and the fallbacks for light-dark(), that these browsers need.
    build: {
      target: browsers.map((one) => one.replace(' >= ', '').replace('ios_saf', 'ios')),
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  // Islands also use storage, and must work if the page's own script fails to load.
                  {
                    name: 'shared',
                    test: /lib\/(?:dom\.|storage\/(?!stored-data))|preload-helper|rolldown\/runtime/,
                    priority: 1,
                  },
                  // Other modules that the page's own script shares stay in its file.
                  { name: 'page', test: /site\/layout\/Page\.astro\?/ },
                ],
              },
            },
          },
        },
      },
    },
  },
});
