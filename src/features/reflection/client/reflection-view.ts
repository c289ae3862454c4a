import type { PatternRegion } from '../../figures/model/pattern-map.ts';
import type { ReflectionData } from '../../../content-model/schemas/reflection.ts';

/** What the reflection needs, drawn and written at build time. */
export interface ReflectionView extends ReflectionData {
  /** The map's washes and names. */
  map: Pick<PatternRegion, 'id' | 'name' | 'label' | 'contours'>[];
}
