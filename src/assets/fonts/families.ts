import { fontProviders } from 'astro/config';
import { siteFonts } from './site-fonts.ts';

const { text, titles } = siteFonts;
const file = (path: string): [string] => [`./${path}`];

// A font that loads late is used from the next page on, since swapping it in would shift the layout.
const display = 'optional';

/** The two families of the site, served from it: one for reading, one for titles. */
export const fonts = [
  {
    provider: fontProviders.local(),
    name: text.name,
    cssVariable: '--sb-font-text',
    fallbacks: ['Georgia', 'serif'],
    display,
    options: {
      variants: [
        { src: file(text.regular), weight: 400, style: 'normal' },
        { src: file(text.italic), weight: 400, style: 'italic' },
        { src: file(text.bold), weight: 700, style: 'normal' },
      ],
    },
  },
  {
    provider: fontProviders.local(),
    name: titles.name,
    cssVariable: '--sb-font-display',
    fallbacks: ['Georgia', 'serif'],
    display,
    options: { variants: [{ src: file(titles.regular), weight: 400, style: 'normal' }] },
  },
] as const;
