import { type CollectionEntry, getCollection, render } from 'astro:content';
import { ContentError } from '../lib/content/problem.ts';
import { suggestion } from '../lib/text/nearest.ts';
import { once } from './once.ts';

export type Term = CollectionEntry<'glossary'>;

/** Every glossary term, by its name. */
export const getTerms = once(async (): Promise<Term[]> => {
  const terms = await getCollection('glossary');
  return terms.sort((a, b) => a.data.term.localeCompare(b.data.term, 'en-GB'));
});

/** The term with this id. @throws ContentError naming the nearest ids when there is none. */
export async function getTerm(id: string): Promise<Term> {
  const terms = await getTerms();
  const term = terms.find((one) => one.id === id);
  if (term) return term;
  throw new ContentError({
    file: 'src/content/glossary',
    message: `There is no glossary term "${id}".`,
    hint: suggestion(
      id,
      terms.map((one) => one.id),
      'src/content/glossary',
    ),
  });
}

/** Every term with its body as a component, by name. */
export async function getRenderedTerms() {
  const terms = await getTerms();
  return Promise.all(
    terms.map(async (term) => ({ ...term, Content: (await render(term)).Content })),
  );
}
