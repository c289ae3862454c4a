import { site } from '../../site/site.ts';
import type { SiteFonts } from '../../site/facts.ts';

const bundled = (name: string) => `src/assets/fonts/${name}.woff2`;

/** The font families of the site. */
export const siteFonts: SiteFonts = {
  text: site.fonts?.text ?? {
    name: 'Literata',
    regular: bundled('literata-400'),
    italic: bundled('literata-400-italic'),
    bold: bundled('literata-700'),
  },
  titles: site.fonts?.titles ?? {
    name: 'Young Serif',
    // English gets by with a third fewer letters.
    regular: bundled(site.language.startsWith('en') ? 'young-serif-400' : 'young-serif-400-latin'),
  },
};
