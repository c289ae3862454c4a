import { formatAlone } from './model/print/bibliographer.ts';
import { toPageItem, withoutAuthor, type LinkedPage } from './export/metadata.ts';
import type { Reference } from '../../content-model/schemas/reference.ts';
import { once } from '../../queries/entries.ts';
import { getPages, slugOf, type Page } from '../../queries/pages.ts';
import { keepOnDisk } from '../../build/shared/keep-on-disk.ts';
import { site } from '../../site/site.ts';
import { citationCode, getBibliographer, getStyle, getWork, type StyleName } from './references.ts';
import { getTerms } from '../glossary/glossary.ts';

/** How a reader can cite a page of this site. */
export interface PageReference {
  /** The page as a work in CSL-JSON. */
  item: Reference;
  /** References as HTML. */
  apa: string;
  mla: string;
  chicago: string;
}

/** The pages with a list of references, which readers can cite; the home page is excluded. */
const getCitablePages = once(async (): Promise<Page[]> => {
  const pages = await getPages();
  const hasList = ({ outline }: Page) => outline.uses.some(({ name }) => name === 'ReferenceList');
  return pages.filter((page) => page.slug !== '' && hasList(page));
});

/** How to cite each citable page, keyed by its slug. */
export const getPageReferences = once(async () => {
  const pages = await getCitablePages();
  const items = pages.map(toItem);
  const keep = keepOnDisk<string>('page-references', citationCode, site);
  const format = async (name: StyleName, works: Reference[]) => {
    const style = await getStyle(name);
    let all: Map<string, string> | undefined;
    const formatOne = (work: Reference) => (all ??= formatAlone(style, works)).get(work.id) ?? '';
    return works.map((work) => keep(JSON.stringify([name, work]), () => formatOne(work)));
  };
  const apa = await format('apa', items);
  const mla = await format('modern-language-association', items.map(withoutAuthor));
  const chicago = await format('chicago-author-date', items);
  return new Map(
    pages.map(({ slug }, at): [string, PageReference] => [
      slug,
      {
        item: items[at] as Reference,
        apa: apa[at] ?? '',
        mla: mla[at] ?? '',
        chicago: chicago[at] ?? '',
      },
    ]),
  );
});

function toItem({ slug, entry }: Page): Reference {
  const { title, updated } = entry.data;
  return toPageItem({ slug, title, updated, url: addressOf(slug) });
}

/** A page's full address; undefined where the site does not know its own. */
export function addressOf(slug: string): string | undefined {
  const site = import.meta.env.SITE as string | undefined;
  return site && new URL(slug ? `${slug}/` : '', site.replace(/\/?$/, '/')).href;
}

/** Bibliographic facts of a page, for its head; undefined for 404, which cannot be cited. */
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
