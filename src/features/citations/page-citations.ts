import { formatAlone } from './model/print/bibliographer.ts';
import { toPageItem, withoutAuthor, type PageMeta } from './export/metadata.ts';
import type { Reference } from '../../content-model/schemas/reference.ts';
import { once } from '../../queries/entries.ts';
import { getPages, slugOf, type Page } from '../../queries/pages.ts';
import { cacheOnDisk } from '../../build/shared/disk-cache.ts';
import { site } from '../../site/site.ts';
import { citationCode, getBibliographer, getStyle, getWork, type StyleName } from './references.ts';
import { getTerms } from '../glossary/glossary.ts';

/** Styles of "Cite this page": the name to show, its file, and the changes to an item that it needs. */
const styles: [name: string, file: StyleName, adapt: (item: Reference) => Reference][] = [
  ['APA', 'apa', (item) => item],
  ['MLA', 'modern-language-association', withoutAuthor],
  ['Chicago', 'chicago-author-date', (item) => item],
];

/**
 * "Cite this page" of each page with a reference list, by slug: the page as a CSL-JSON item, and its
 * reference as HTML with the name of the style. The home page is excluded.
 */
export const getPageReferences = once(async () => {
  const pages = (await getPages()).filter((page) => page.slug !== '' && has(page, 'ReferenceList'));
  const items = pages.map(({ slug, entry: { data } }) =>
    toPageItem({ slug, title: data.title, updated: data.updated, url: addressOf(slug) }),
  );
  const cached = cacheOnDisk<string>('page-references', citationCode, site);
  const writers = await Promise.all(
    styles.map(async ([name, file, adapt]) => {
      const style = await getStyle(file);
      let all: Map<string, string> | undefined;
      const write = (item: Reference) =>
        (all ??= formatAlone(style, items.map(adapt))).get(item.id) ?? '';
      return (item: Reference): [string, string] => [
        name,
        cached(JSON.stringify([file, adapt(item)]), () => write(item)),
      ];
    }),
  );
  return new Map(
    items.map((item, at) => [
      pages[at]?.slug ?? '',
      { item, written: writers.map((write) => write(item)) },
    ]),
  );
});

/** Absolute URL of a page; undefined if the site's URL is not configured. */
function addressOf(slug: string): string | undefined {
  const site = import.meta.env.SITE as string | undefined;
  return site && new URL(slug ? `${slug}/` : '', site.replace(/\/?$/, '/')).href;
}

/** Bibliographic metadata of a page for its <head>; undefined for 404, which cannot be cited. */
export async function getPageMeta(id: string): Promise<PageMeta | undefined> {
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

/** schema.org types of a page: an article if it cites, a learning resource too if it has a quiz. */
function typesOf(page: Page): string[] {
  if (has(page, 'Quiz')) return ['Article', 'LearningResource'];
  return has(page, 'ReferenceList') ? ['Article'] : ['WebPage'];
}

function has({ outline }: Page, component: string): boolean {
  return outline.uses.some(({ name }) => name === component);
}
