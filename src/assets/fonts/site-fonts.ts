import { site } from '../../site/site.ts';
import type { SiteFonts } from '../../site/facts.ts';

const bundled = (name: string) => `src/assets/fonts/${name}.woff2`;

/** The font families of the guide; by default those of this folder. */
export const siteFonts: SiteFonts = {
  text: site.fonts?.text ?? {
    name: 'Literata',
    regular: bundled('literata-400'),
    italic: bundled('literata-400-italic'),
    bold: bundled('literata-700'),
  },
  titles: site.fonts?.titles ?? {
    name: 'Young Serif',
    // English titles need a third fewer characters.
    regular: bundled(site.language.startsWith('en') ? 'young-serif-400' : 'young-serif-400-latin'),
  },
};
