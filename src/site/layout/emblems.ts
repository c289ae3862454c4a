import book from '../../assets/emblems/book.svg';
import compass from '../../assets/emblems/compass.svg';
import lens from '../../assets/emblems/lens.svg';
import nest from '../../assets/emblems/nest.svg';
import pair from '../../assets/emblems/pair.svg';
import quill from '../../assets/emblems/quill.svg';
import step from '../../assets/emblems/step.svg';
import two from '../../assets/emblems/two.svg';
import { parts } from '../../content-model/model/contents.ts';

const drawings: Record<(typeof parts)[number]['emblem'], typeof nest> = {
  book,
  compass,
  lens,
  nest,
  pair,
  quill,
  step,
  two,
};

/** A small drawing for each part of the contents, by the part's id. */
export const emblems = new Map<string, typeof nest>(
  parts.map(({ id, emblem }) => [id, drawings[emblem]]),
);
