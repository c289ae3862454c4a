import { type Layout, canvasWidth } from './layout.ts';
import type { Words } from './words.ts';

/** Families in each of the two sets. */
export const families = 100;

const columns = 10;

/**
 * What a correlation means for two halves of people, by the binomial effect size display: of the half
 * with more of one thing, .50 + r/2 have the other; of the half with less, .50 − r/2.
 * Rosenthal, R., & Rubin, D. B. (1982). A simple, general purpose display of magnitude of experimental
 * effect. Journal of Educational Psychology, 74(2), 166–169.
 * @returns whole families of 100, half a family rounded towards the middle.
 */
export function displayEffect(r: number): { more: number; less: number } {
  const share = families * (0.5 + r / 2);
  const more = r >= 0 ? Math.floor(share) : Math.ceil(share);
  return { more, less: families - more };
}

/** A dot for one family. */
export interface Dot {
  x: number;
  y: number;
  isSecure: boolean;
}

/** The two sets of dots in one layout, with the places of their words. */
export function plotSmallLink(r: number, layout: Layout, text: Words<'more' | 'less' | 'secure'>) {
  const pitch = layout === 'wide' ? 24 : 15;
  const radius = layout === 'wide' ? 8 : 5;
  const width = canvasWidth[layout];
  const headings = [text.lines('more'), text.lines('less')] as const;
  const wordsY = 18 + 19 * Math.max(...headings.map(({ length }) => length));
  const top = wordsY + 15;
  const { more, less } = displayEffect(r);
  const gap = width - 2 * columns * pitch;
  const sets = [
    { heading: headings[0], secure: more, x: 0 },
    { heading: headings[1], secure: less, x: columns * pitch + gap },
  ].map((set) => ({
    ...set,
    words: text.line('secure', { secure: set.secure, families }),
    dots: Array.from({ length: families }, (_, index): Dot => ({
      x: set.x + (index % columns) * pitch + pitch / 2,
      y: top + Math.floor(index / columns) * pitch + pitch / 2,
      isSecure: index < set.secure,
    })),
  }));
  return { width, height: top + (families / columns) * pitch + 4, radius, wordsY, sets };
}
