import { formatAlone } from './model/print/engine.ts';
import { toPageItem, withoutAuthor } from './export/page-head.ts';
import type { Reference } from '../../content-model/schemas/reference.ts';
import { once } from '../../queries/once.ts';
import { getPages, type Page } from '../../queries/pages.ts';
import { getStyle } from './references.ts';

/** How a reader can cite a page of this site. */
export interface PageReference {
  /** The page as a work in CSL-JSON. */
  item: Reference;
  /** References as HTML. */
  apa: string;
  mla: string;
  chicago: string;
}

/** The pages that cite works and may be cited as works themselves; the home page only leads to them. */
const getCitablePages = once(async (): Promise<Page[]> => {
  const pages = await getPages();
  const hasList = ({ outline }: Page) => outline.uses.some(({ name }) => name === 'ReferenceList');
  return pages.filter((page) => page.slug !== '' && hasList(page));
});

/** How to cite each citable page, keyed by its slug. */
export const getPageReferences = once(async () => {
  const pages = await getCitablePages();
  const items = pages.map(toItem);
  const apa = formatAlone(await getStyle('apa'), items);
  const mla = formatAlone(await getStyle('modern-language-association'), items.map(withoutAuthor));
  const chicago = formatAlone(await getStyle('chicago-author-date'), items);
  return new Map(
    pages.map(({ slug }, at): [string, PageReference] => {
      const item = items[at] as Reference;
      const of = (written: Map<string, string>) => written.get(item.id) ?? '';
      return [slug, { item, apa: of(apa), mla: of(mla), chicago: of(chicago) }];
    }),
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
