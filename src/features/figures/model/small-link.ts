import { s } from 'hastscript';
import type { Effect } from '../../../content-model/schemas/figure-data.ts';
import { canvasWidth, drawText, type Chart } from './chart.ts';
import { formatEffect, toCorrelation } from './evidence-plot.ts';

/** Families in each of the two groups. */
const families = 100;

const columns = 10;

/**
 * Converts a correlation to the success rates of two groups, by the binomial effect size display:
 * .50 + r/2 in the group with more of the first variable, .50 − r/2 in the group with less.
 * Rosenthal, R., & Rubin, D. B. (1982). A simple, general purpose display of magnitude of experimental
 * effect. Journal of Educational Psychology, 74(2), 166–169.
 * @returns whole families out of 100, halves rounded towards 50.
 */
export function displayEffect(r: number): { more: number; less: number } {
  const share = families * (0.5 + r / 2);
  const more = r >= 0 ? Math.floor(share) : Math.ceil(share);
  return { more, less: families - more };
}

/** What a small effect looks like: two groups of a hundred families, a dot each, at the size of one effect. */
export const smallLink: Chart<Effect> = {
  source: (rows) => ({ id: getPictured(rows).work }),

  describe(rows) {
    const { r } = getPictured(rows);
    return { families, ...displayEffect(r), effect: formatEffect('r', r) };
  },

  plot(rows, layout, { of: { [layout]: text } }) {
    const pitch = layout === 'wide' ? 24 : 15;
    const radius = layout === 'wide' ? 8 : 5;
    const { more, less } = displayEffect(getPictured(rows).r);
    const groups = [
      { heading: text.lines('more'), secure: more, x: 0 },
      { heading: text.lines('less'), secure: less, x: canvasWidth[layout] - columns * pitch },
    ];
    const wordsY = 18 + 19 * Math.max(...groups.map(({ heading }) => heading.length));
    const top = wordsY + 15;
    const drawn = groups.map(({ heading, secure, x }) => {
      const dots = Array.from({ length: families }, (_, index) => {
        const isSecure = index < secure;
        return s(isSecure ? 'circle.sb-dot' : 'circle.sb-soft', {
          cx: x + (index % columns) * pitch + pitch / 2,
          cy: top + Math.floor(index / columns) * pitch + pitch / 2,
          r: isSecure ? radius : radius - 1,
        });
      });
      return s('g', [
        drawText(heading, { class: 'sb-strong', x, y: 16 }, 19),
        s('text', { x, y: wordsY }, text.line('secure', { secure, families })),
        dots,
      ]);
    });
    return { height: top + (families / columns) * pitch + 4, parts: drawn };
  },
};

/** Returns the work and the correlation of the effect marked `pictured`. @throws Error when none is. */
function getPictured(effects: Effect[]) {
  const effect = effects.find(({ pictured }) => pictured);
  // content:check tells authors what to do.
  if (!effect) throw new Error('No effect is pictured.');
  return { work: effect.work, r: toCorrelation(effect.metric, effect.value) };
}
