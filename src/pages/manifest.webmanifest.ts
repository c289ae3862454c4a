import type { APIRoute } from 'astro';
import { site } from '../site/site.ts';

/** The web app manifest, with which devices install the guide as an app. */
export const GET: APIRoute = () => {
  const png = (name: string, width: number) => ({
    src: `icons/${name}.png`,
    sizes: `${width}x${width}`,
    type: 'image/png',
  });
  const manifest = {
    name: `${site.name}: ${site.tagline}`,
    short_name: site.name,
    description: site.description,
    lang: site.language,
    dir: site.direction,
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: site.colours.paper[0],
    theme_color: site.colours.paper[0],
    categories: site.categories,
    icons: [
      png('icon-192', 192),
      png('icon-512', 512),
      { ...png('maskable-512', 512), purpose: 'maskable' },
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  };
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`);
};
