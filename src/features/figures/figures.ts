import { getEntry, type CollectionEntry } from 'astro:content';
import type {
  AgeSpan,
  CultureRow,
  Effect,
  Episode,
  Milestone,
  Prevalence,
} from '../../content-model/schemas/figure-data.ts';
import { ContentError } from '../../content-model/model/problem.ts';
import { getEntries, once } from '../../queries/entries.ts';
import { readFigureText, type FigureId } from './model/words.ts';

/** The words of a figure. @throws ContentError where they are not written. */
export async function getFigureText<Id extends FigureId>(id: Id) {
  const entry = await getEntry('figureWords', id);
  if (entry) return readFigureText(id, entry.data);
  throw new ContentError({
    file: 'src/content/figures/words.yaml',
    message: `The figure "${id}" is on a page and has no words.`,
    hint: `Add an entry "${id}" with its title, description, caption and words.`,
  });
}

/** The rows of the cross-cultural meta-analysis of 1988, as the file lists them. */
export const getCulture = once(async (): Promise<CultureRow[]> => inOrder('culture'));

/** The answers to "how many people are secure?", as the file lists them. */
export const getPrevalence = once(async (): Promise<Prevalence[]> => inOrder('prevalence'));

/** The average effect sizes, as the file lists them. */
export const getEffects = once(async (): Promise<Effect[]> => inOrder('effects'));

/** What is usual at which age, as the file lists it. */
export const getAges = once(async (): Promise<AgeSpan[]> => inOrder('ages'));

/** The steps of the timeline, as the file lists them. */
export const getTimeline = once(async (): Promise<Milestone[]> => inOrder('timeline'));

/** The episodes of the Strange Situation. */
export const getEpisodes = once(async (): Promise<Episode[]> => inOrder('episodes'));

type ChartData = 'culture' | 'prevalence' | 'effects' | 'ages' | 'timeline' | 'episodes';

/** The entries of a chart, as its file lists them; none where the guide has no such file. */
async function inOrder<Name extends ChartData>(
  name: Name,
): Promise<CollectionEntry<Name>['data'][]> {
  const entries: { data: CollectionEntry<Name>['data'] }[] = await getEntries(name);
  return entries.map(({ data }) => data).sort((a, b) => a.order - b.order);
}
