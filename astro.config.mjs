import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import browserslist from 'browserslist';
import { fonts } from './src/assets/fonts/families.ts';
import { toBuildTargets } from './src/build/build-targets.ts';
import { findSiteAddress } from './src/lib/url/page-path.ts';
import { contentCheck } from './src/build/content-check.ts';
import {
  headingAnchors,
  scrollableTables,
  numberComponents,
  numberTypography,
} from './src/markdown/plugins.ts';
import { siteColours } from './src/build/site-colours.ts';
import { clientMessages } from './src/build/inline-messages.ts';
import { preactIslands } from './src/build/preact-islands.ts';
import { pageOverride } from './src/site/page-override.ts';
import { site } from './src/site/site.ts';
import { renderBuiltUrl } from './src/build/links/portable-links.ts';
import { runSteps } from './src/build/run-steps.ts';
import { buildSteps } from './src/build-steps.ts';

/** Canonical addresses and a sitemap need to know where the site lives; else there are none. */
const address = findSiteAddress(process.env);

const content = contentCheck();

export default defineConfig({
  ...(address && { site: address }),
  trailingSlash: 'ignore',
  server: { port: Number(process.env.PORT ?? 4321) },
  devToolbar: { enabled: false },
  // Beside the project, not in node_modules, which copies of it may share.
  cacheDir: './.cache/astro',
  // Pages are light and kept for offline reading; fetching ahead would only cost script and data.
  prefetch: false,
  // A page needs no request but its own before it can be painted; the style packs to 6 kB.
  build: { inlineStylesheets: 'always' },
  fonts: [...fonts],
  markdown: {
    // No page shows code; the highlighter would be made all the same.
    syntaxHighlight: false,
    processor: satteri({
      mdastPlugins: [numberComponents],
      hastPlugins: [...headingAnchors(), scrollableTables, numberTypography],
    }),
  },
  integrations: [
    content.first,
    // Starlight adds its sitemap, which warns without an address, unless one of that name is there.
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
      // Front matter places the pages; the middleware makes each page's contents of it.
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
    // Lightning CSS puts in what these browsers lack: prefixes, and colours for those without light-dark().
    build: {
      target: toBuildTargets(browserslist()),
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  // Islands keep things too, and work where the page's own script has not come.
                  {
                    name: 'shared',
                    test: /lib\/(?:dom\.|storage\/(?!stored-data))|preload-helper|rolldown\/runtime/,
                    priority: 1,
                  },
                  // What else the page's own script shares with others stays in its file.
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
