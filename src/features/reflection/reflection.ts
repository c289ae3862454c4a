import { getEntry } from 'astro:content';
import { ContentError } from '../../content-model/model/problem.ts';

/** The self-reflection's statements and words. @throws ContentError when there are none. */
export async function getReflection() {
  const entry = await getEntry('reflection', 'reflection');
  if (entry) return entry.data;
  throw new ContentError({
    file: 'src/content/reflection.yaml',
    message: 'The self-reflection has no statements.',
    hint: 'Write src/content/reflection.yaml as its schema says.',
  });
}
