import type { ElementContent } from 'hast';
import { select } from 'hast-util-select';
import { toXast } from 'hast-util-to-xast';
import { h } from 'hastscript';
import { t } from '../../../lib/i18n/t.ts';
import { escapeHtml } from '../../../lib/text/html.ts';
import { site } from '../../../site/site.ts';
import { toXml } from 'xast-util-to-xml';
import type { Chapter } from './chapter.ts';

/** Title of the book editions. */
export const bookTitle = `${site.name}: ${site.tagline}`;

/** An XHTML file of the book. */
export function formatXhtml(title: string, body: ElementContent[]): string {
  const tree = h('html', { xmlLang: site.language, lang: site.language, dir: site.direction }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('title', title),
      h('link', { rel: 'stylesheet', type: 'text/css', href: 'book.css' }),
    ]),
    h('body', body),
  ]);
  const xml = toXml(toXast(tree)).replace(
    '<html',
    '<html xmlns:epub="http://www.idpf.org/2007/ops"',
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${xml}\n`;
}

/** What a part of the book is, in EPUB's words, and with "doc-" in ARIA's. */
export function kindOf(slug: string): string {
  if (slug === site.pages.glossary) return 'glossary';
  return slug === site.pages.references ? 'bibliography' : 'chapter';
}

/**
 * The package document: what the book is, what it holds and in which order, and how accessible it is.
 * Of a part it must say that it holds drawings. `date` is the day of the edition, as YYYY-MM-DD.
 */
export function formatPackage(parts: readonly Chapter[], date: string): string {
  const items = parts.map(({ slug, body }) => {
    const hasSvg = select('svg', { type: 'root', children: body }) !== undefined;
    return `<item id="${slug}" href="${slug}.xhtml" media-type="application/xhtml+xml"${hasSvg ? ' properties="svg"' : ''}/>`;
  });
  const [cover = '', ...rest] = parts.map(({ slug }) => slug);
  const order = [cover, 'nav', ...rest].map((slug) => `<itemref idref="${slug}"/>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${site.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:${site.id}:${date}</dc:identifier>
<dc:title>${escapeHtml(bookTitle)}</dc:title>
<dc:creator>${escapeHtml(site.author)}</dc:creator>
<dc:language>${site.language}</dc:language>
<dc:date>${date}</dc:date>
<dc:publisher>${escapeHtml(site.publisher)}</dc:publisher>
<dc:rights>${escapeHtml(site.licence.name)}</dc:rights>
<dc:description>${escapeHtml(site.summary)}</dc:description>
<dc:subject>${escapeHtml(site.subject)}</dc:subject>
<meta property="dcterms:modified">${date}T00:00:00Z</meta>
${accessibility.map(([property, value]) => `<meta property="schema:${property}">${escapeHtml(value)}</meta>`).join('\n')}
<meta name="cover" content="cover-image"/>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/>
<item id="cover-image" href="cover.png" media-type="image/png" properties="cover-image"/>
${items.join('\n')}
</manifest>
<spine${site.direction === 'rtl' ? ' page-progression-direction="rtl"' : ''}>
${order.join('\n')}
</spine>
</package>
`;
}

/** The book's contents: each part, and the main headings below it. */
export function navigation(parts: readonly Chapter[]): ElementContent[] {
  const item = (href: string, text: string, type?: string) =>
    h('li', h('a', { 'epub:type': type, href }, text));
  const chapters = parts.map(({ slug, title, sections }) => {
    const chapter = item(`${slug}.xhtml`, title);
    const below = sections.map(({ id, text }) => item(`${slug}.xhtml#${id}`, text));
    if (below.length > 0) chapter.children.push(h('ol', below));
    return chapter;
  });
  const lists = parts.filter(({ slug }) => kindOf(slug) !== 'chapter');
  const landmarks = [
    item('nav.xhtml', t('site.contents'), 'toc'),
    item(`${parts[1]?.slug ?? ''}.xhtml`, t('editions.start'), 'bodymatter'),
    ...lists.map(({ slug, title }) => item(`${slug}.xhtml`, title, kindOf(slug))),
  ];
  return [
    h('nav', { 'epub:type': 'toc', id: 'toc', role: 'doc-toc' }, [
      h('h1', t('site.contents')),
      h('ol', chapters),
    ]),
    h(
      'nav',
      { 'epub:type': 'landmarks', hidden: true, ariaLabel: t('editions.landmarks') },
      h('ol', landmarks),
    ),
  ];
}

const accessibility: [string, string][] = [
  ['accessMode', 'textual'],
  ['accessMode', 'visual'],
  ['accessModeSufficient', 'textual'],
  ['accessibilityFeature', 'tableOfContents'],
  ['accessibilityFeature', 'readingOrder'],
  ['accessibilityFeature', 'structuralNavigation'],
  ['accessibilityFeature', 'alternativeText'],
  ['accessibilityFeature', 'longDescription'],
  ['accessibilityHazard', 'none'],
  ['accessibilitySummary', t('editions.accessibility')],
];
