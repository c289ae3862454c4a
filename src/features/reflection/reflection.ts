import { getEntry } from 'astro:content';
import { ContentError } from '../../content-model/model/problem.ts';
import { getFigureText } from '../figures/figures.ts';
import { patternRegions } from '../figures/model/pattern-map.ts';
import type { ReflectionView } from './model/score.ts';

/** The self-reflection's statements, words and map. @throws ContentError when there are none. */
export async function getReflection(): Promise<ReflectionView> {
  const entry = await getEntry('reflection', 'reflection');
  if (entry) {
    const words = await getFigureText('pattern-map');
    const map = patternRegions.map(({ id, label, contours }) => ({
      id,
      name: words.line(id),
      label,
      contours,
    }));
    return { ...entry.data, map };
  }
  throw new ContentError({
    file: 'src/content/reflection.yaml',
    message: 'The self-reflection has no statements.',
    hint: 'Write src/content/reflection.yaml as its schema says.',
  });
}
