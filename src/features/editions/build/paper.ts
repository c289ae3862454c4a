import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { t } from '../../../lib/i18n/t.ts';
import { elementsIn } from '../../../lib/text/hast.ts';
import { site } from '../../../site/site.ts';
import type { Chapter } from '../model/chapter.ts';

/** Properties whose value is one or more ids of the same chapter. */
const idReferences = ['ariaLabelledBy', 'ariaDescribedBy', 'htmlFor', 'headers'];

/**
 * Joins all chapters into one HTML document to print: ids get their chapter's slug as a prefix, and links
 * between chapters become links within the page.
 */
export function toSinglePage(title: string, chapters: readonly Chapter[], css: string): string {
  const sections = chapters.map((chapter) =>
    h(
      'section',
      { id: chapter.slug, className: ['chapter', `page-${chapter.slug}`] },
      prefixIds(chapter),
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
    h('style', `${css}\n${chapters.map(runningHead).join('\n')}`),
  ]);
  const body = h('body', [cover, contents, h('main', rest)]);
  return `<!doctype html>${toHtml(h('html', { lang: site.language, dir: site.direction }, [head, body]))}`;
}

function prefixIds({ slug, body }: Chapter): ElementContent[] {
  const root: Root = { type: 'root', children: structuredClone(body) };
  const prefix = (id: string) => `${slug}--${id}`;
  for (const { properties } of elementsIn(root)) {
    if (properties['id']) properties['id'] = prefix(String(properties['id']));
    for (const name of idReferences) {
      const value = properties[name];
      if (value) properties[name] = [value].flat().join(' ').split(' ').map(prefix);
    }
    if (properties['href']) properties['href'] = toFragmentLink(String(properties['href']), slug);
    delete properties['epub:type'];
  }
  return root.children as ElementContent[];
}

/** Turns a link to a chapter, or to a place in one, into a link within the page. */
function toFragmentLink(href: string, slug: string): string {
  return href
    .replace(/^#/, `#${slug}--`)
    .replace(/^([\w-]+)\.xhtml#/, '#$1--')
    .replace(/^([\w-]+)\.xhtml$/, '#$1');
}

/** CSS for the running head of a chapter: a named page with the title at its top. */
function runningHead({ slug, title }: Chapter): string {
  const head = slug === 'cover' ? "''" : JSON.stringify(title);
  return `.page-${slug}{page:${slug}}@page ${slug}{@top-center{content:${head}}}`;
}

/** Sets the dates of a PDF to `date`, YYYY-MM-DD, so that the same book gives the same bytes. */
export function datePdf(pdf: Uint8Array, date: string): Uint8Array {
  const day = `${date.replaceAll('-', '')}120000`;
  // Latin-1 maps each byte to one character, so nothing else changes.
  const text = Buffer.from(pdf).toString('latin1');
  const dated = text.replace(/(?<=\/(CreationDate|ModDate) \(D:)\d{14}/g, day);
  return new Uint8Array(Buffer.from(dated, 'latin1'));
}
