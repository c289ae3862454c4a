import type { LinkedPage } from '../features/citations/export/page-head.ts';
import { addressOf } from '../features/citations/page-citations.ts';
import { getTerms } from '../features/glossary/glossary.ts';
import { getPages, slugOf, type Page } from './pages.ts';
import { getBibliographer, getWork } from '../features/citations/references.ts';

/** What the head of a page says of it as a work; undefined for a page that is none, such as 404. */
export async function getPageMeta(id: string): Promise<LinkedPage | undefined> {
  const page = (await getPages()).find(({ slug }) => slug === slugOf(id));
  if (!page || id === '404') return undefined;
  const { title, description, published, updated, readers } = page.entry.data;
  const cited = (await getBibliographer()).sort(page.citations.flatMap(({ ids }) => ids));
  const works = await Promise.all(cited.map(getWork));
  const explained = page.outline.uses
    .filter(({ name }) => name === 'Term')
    .map(({ props }) => props['id']);
  const terms = (await getTerms()).filter((term) => explained.includes(term.id));
  return {
    title,
    description: description ?? '',
    published,
    updated,
    readers,
    url: addressOf(page.slug),
    home: addressOf(''),
    types: typesOf(page),
    about: terms.map((term) => term.data.term),
    works: works.map(({ reference }) => reference),
  };
}

/** A page with a quiz teaches a topic; one that cites is an article; the rest are pages. */
function typesOf({ outline }: Page): string[] {
  const has = (component: string) => outline.uses.some(({ name }) => name === component);
  if (has('Quiz')) return ['Article', 'LearningResource'];
  return has('ReferenceList') ? ['Article'] : ['WebPage'];
}
