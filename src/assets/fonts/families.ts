import { fontProviders } from 'astro/config';
import { displayFace } from './display-face.ts';

const file = (name: string): [string] => [`./src/assets/fonts/${name}.woff2`];

// A face that comes too late waits for the next page, since swapping it in would move the text.
const display = 'optional';

/** The two faces of the site, served from it: Literata for reading, Young Serif for titles. */
export const fonts = [
  {
    provider: fontProviders.local(),
    name: 'Literata',
    cssVariable: '--sb-font-text',
    fallbacks: ['Georgia', 'serif'],
    display,
    options: {
      variants: [
        { src: file('literata-400'), weight: 400, style: 'normal' },
        { src: file('literata-400-italic'), weight: 400, style: 'italic' },
        { src: file('literata-700'), weight: 700, style: 'normal' },
      ],
    },
  },
  {
    provider: fontProviders.local(),
    name: 'Young Serif',
    cssVariable: '--sb-font-display',
    fallbacks: ['Georgia', 'serif'],
    display,
    options: { variants: [{ src: file(displayFace), weight: 400, style: 'normal' }] },
  },
] as const;
