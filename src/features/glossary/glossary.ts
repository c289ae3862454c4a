import type { DeclaredEntry } from '../../content-model/check/parse-entries.ts';
import { renderMarkdown } from '../../markdown/plugins.ts';
import { compareTexts } from '../../lib/i18n/format.ts';
import { t } from '../../lib/i18n/t.ts';
import { site } from '../../site/site.ts';
import { getEntries, getEntry } from '../../queries/entries.ts';
import { getPage } from '../../queries/pages.ts';
import { getBibliographer } from '../citations/references.ts';

const baseCollator = new Intl.Collator(site.language, { sensitivity: 'base' });

/** The initial letter under which a term is listed: "Á" under A, Spanish "Ñ" under Ñ. */
export function initialOf(term: string): string {
  const first = term.charAt(0).toLocaleUpperCase(site.language);
  const unaccented = first.normalize('NFD').charAt(0);
  return baseCollator.compare(first, unaccented) === 0 ? unaccented : first;
}

/** Every term, sorted by name, with its text as HTML and its lists of links. */
export async function getRenderedTerms() {
  const terms = await getEntries('glossary');
  terms.sort((a, b) => compareTexts(a.data.term, b.data.term));
  return Promise.all(
    terms.map(async (term) => ({
      id: term.id,
      data: term.data,
      html: await renderMarkdown(term.body ?? ''),
      linkLists: (await listLinks(term)).filter(({ links }) => links.length > 0),
    })),
  );
}

/** Links of a term to terms, pages and sources, in the order of its file; `html` may contain italics. */
async function listLinks({ data }: DeclaredEntry<'glossary'>) {
  const bibliographer = await getBibliographer();
  const see = await Promise.all(data.see.map((id) => getEntry('glossary', id)));
  const pages = await Promise.all(data.pages.map(getPage));
  const sources = data.sources.map((id) => ({
    href: `/${site.pages.references}/#ref-${id}`,
    html: bibliographer.cite({ id, narrative: true }),
  }));
  return [
    {
      label: t('glossary.seeAlso'),
      links: see.map((term) => ({ href: `#${term.id}`, html: term.data.term })),
    },
    {
      label: t('glossary.explainedIn'),
      links: pages.map(({ slug, entry }) => ({ href: `/${slug}/`, html: entry.data.title })),
    },
    { label: t('glossary.sources'), links: sources },
  ];
}
