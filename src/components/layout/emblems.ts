import Compass from '../../assets/emblems/compass.svg';
import Lens from '../../assets/emblems/lens.svg';
import Nest from '../../assets/emblems/nest.svg';
import Pair from '../../assets/emblems/pair.svg';
import Quill from '../../assets/emblems/quill.svg';
import Step from '../../assets/emblems/step.svg';
import Two from '../../assets/emblems/two.svg';

/** A small drawing for each part of the contents, keyed by the part's name in src/sidebar.ts. */
export const emblems: Readonly<Record<string, typeof Nest>> = {
  'Start here': Nest,
  'With a child': Pair,
  'In step': Step,
  'Between adults': Two,
  'Questions and practice': Lens,
  Sources: Quill,
  'This site': Compass,
};
