import type { ElementContent, Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { t } from '../../../lib/i18n/t.ts';
import { site } from '../../../site/site.ts';
import type { Chapter } from '../model/chapter.ts';

/** Properties that name ids of the same chapter, one or several. */
const references = ['ariaLabelledBy', 'ariaDescribedBy', 'htmlFor', 'headers'];

/**
 * All chapters in one HTML document, for setting on paper: each id carries its chapter's name, and
 * links between chapters become links within the page.
 */
export function toSinglePage(title: string, chapters: readonly Chapter[], css: string): string {
  const sections = chapters.map((chapter) =>
    h(
      'section',
      { id: chapter.slug, className: ['chapter', `page-${chapter.slug}`] },
      join(chapter),
    ),
  );
  const [cover, ...rest] = sections;
  const contents = h('nav', { className: ['chapter', 'contents'], ariaLabel: t('site.contents') }, [
    h('h1', t('site.contents')),
    h(
      'ol',
      chapters.slice(1).map(({ slug, title }) => h('li', h('a', { href: `#${slug}` }, title))),
    ),
  ]);
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('title', title),
    h('style', `${css}\n${chapters.map(pageStyle).join('\n')}`),
  ]);
  const body = h('body', [cover, contents, h('main', rest)]);
  return `<!doctype html>${toHtml(h('html', { lang: site.language, dir: site.direction }, [head, body]))}`;
}

function join({ slug, body }: Chapter): ElementContent[] {
  const root: Root = { type: 'root', children: structuredClone(body) };
  const own = (id: string) => `${slug}--${id}`;
  for (const { properties } of selectAll('*', root)) {
    if (properties['id']) properties['id'] = own(String(properties['id']));
    for (const name of references) {
      const value = properties[name];
      if (value) properties[name] = [value].flat().join(' ').split(' ').map(own);
    }
    if (properties['href']) properties['href'] = joinLink(String(properties['href']), slug);
    delete properties['epub:type'];
  }
  return root.children as ElementContent[];
}

/** A link to a place in this chapter or another, or to a chapter, as one within the page. */
function joinLink(href: string, slug: string): string {
  return href
    .replace(/^#/, `#${slug}--`)
    .replace(/^([\w-]+)\.xhtml#/, '#$1--')
    .replace(/^([\w-]+)\.xhtml$/, '#$1');
}

/** The running head of a chapter's pages: a page named after it, with its title above. */
function pageStyle({ slug, title }: Chapter): string {
  const head = slug === 'cover' ? "''" : JSON.stringify(title);
  return `.page-${slug}{page:${slug}}@page ${slug}{@top-center{content:${head}}}`;
}

/** A PDF with the day of its edition in place of the clock's, so that the same book gives the same bytes. */
export function datePdf(pdf: Uint8Array, date: string): Uint8Array {
  const day = `${date.replaceAll('-', '')}120000`;
  // One byte a character, so that nothing else changes.
  const text = Buffer.from(pdf).toString('latin1');
  const dated = text.replace(/(?<=\/(CreationDate|ModDate) \(D:)\d{14}/g, day);
  return new Uint8Array(Buffer.from(dated, 'latin1'));
}
