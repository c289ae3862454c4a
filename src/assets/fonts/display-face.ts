import { site } from '../../site/site.ts';

/** File of the face of titles, without its end: English gets by with a third fewer letters. */
export const displayFace = site.language.startsWith('en')
  ? 'young-serif-400'
  : 'young-serif-400-latin';
