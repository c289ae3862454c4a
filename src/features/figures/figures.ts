import { getEntry, type CollectionEntry } from 'astro:content';
import { ContentError } from '../../content-model/model/problem.ts';
import { getEntries } from '../../queries/entries.ts';
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

type ChartData = 'culture' | 'prevalence' | 'effects' | 'ages' | 'timeline' | 'episodes';

/** The rows of a chart, as its file lists them; none where the guide has no such file. */
export async function getRows<Name extends ChartData>(
  name: Name,
): Promise<CollectionEntry<Name>['data'][]> {
  const entries: { data: CollectionEntry<Name>['data'] }[] = await getEntries(name);
  return entries.map(({ data }) => data).sort((a, b) => a.order - b.order);
}
