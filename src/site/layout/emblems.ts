import type { SvgComponent } from 'astro/types';
import { site } from '../site.ts';

const files = import.meta.glob<SvgComponent>('../../assets/emblems/*.svg', {
  eager: true,
  import: 'default',
});

/** A small drawing for each part of the contents, by the part's id. */
export const emblems = new Map(
  site.parts.flatMap(({ id, emblem }) => {
    const drawing = files[`../../assets/emblems/${emblem ?? ''}.svg`];
    return drawing ? [[id, drawing] as const] : [];
  }),
);
