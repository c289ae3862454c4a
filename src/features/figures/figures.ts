import { getEntry } from 'astro:content';
import { ContentError } from '../../content-model/model/problem.ts';
import { readFigureText } from './model/words.ts';

/** The words of a figure. @throws ContentError where they are not written. */
export async function getFigureText(id: string) {
  const entry = await getEntry('figureWords', id);
  if (entry) return readFigureText(id, entry.data);
  throw new ContentError({
    file: 'src/content/figures/words.yaml',
    message: `The figure "${id}" is on a page and has no words.`,
    hint: `Add an entry "${id}" with its title, description, caption and words.`,
  });
}
