import { fontProviders } from 'astro/config';
import { siteFonts } from './site-fonts.ts';

const { text, titles } = siteFonts;
const file = (path: string): [string] => [`./${path}`];

const common = {
  provider: fontProviders.local(),
  fallbacks: ['Georgia', 'serif'],
  // A font that loads late is used from the next page on, since swapping it in would shift the layout.
  display: 'optional',
} as const;

/** Astro's configuration of the site's two self-hosted font families: one for text, one for titles. */
export const fonts = [
  {
    ...common,
    name: text.name,
    cssVariable: '--sb-font-text',
    options: {
      variants: [
        { src: file(text.regular), weight: 400, style: 'normal' },
        { src: file(text.italic), weight: 400, style: 'italic' },
        { src: file(text.bold), weight: 700, style: 'normal' },
      ],
    },
  },
  {
    ...common,
    name: titles.name,
    cssVariable: '--sb-font-display',
    options: { variants: [{ src: file(titles.regular), weight: 400, style: 'normal' }] },
  },
] as const;
