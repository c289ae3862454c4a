import type { ElementContent } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { h } from 'hastscript';
import { t } from '../../../lib/i18n/t.ts';
import { escapeHtml } from '../../../lib/text/html.ts';
import { site } from '../../../site/site.ts';
import { toXml } from 'xast-util-to-xml';

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

/** A file of the book in reading order. */
export interface BookPart {
  /** File name without ending; also its id. */
  name: string;
  title: string;
  /** Main headings, for the contents. */
  sections: { id: string; text: string }[];
  /** Whether it holds drawings, which the package must say. */
  hasSvg: boolean;
}

/** What the book says of itself. */
export interface BookFacts {
  title: string;
  description: string;
  /** Day of the edition, as YYYY-MM-DD. */
  date: string;
  parts: readonly BookPart[];
}

/** What a part of the book is, in EPUB's words, and with "doc-" in ARIA's. */
export function kindOf(name: string): string {
  if (name === site.pages.glossary) return 'glossary';
  return name === site.pages.references ? 'bibliography' : 'chapter';
}

/** The package document: what the book is, what it holds and in which order, and how accessible it is. */
export function formatPackage({ title, description, date, parts }: BookFacts): string {
  const items = parts.map(
    ({ name, hasSvg }) =>
      `<item id="${name}" href="${name}.xhtml" media-type="application/xhtml+xml"${hasSvg ? ' properties="svg"' : ''}/>`,
  );
  const [cover, ...rest] = parts.map(({ name }) => name);
  const order = [cover, 'nav', ...rest].map((name) => `<itemref idref="${name ?? ''}"/>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${site.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:${site.id}:${date}</dc:identifier>
<dc:title>${escapeHtml(title)}</dc:title>
<dc:creator>${escapeHtml(site.author)}</dc:creator>
<dc:language>${site.language}</dc:language>
<dc:date>${date}</dc:date>
<dc:publisher>${escapeHtml(site.publisher)}</dc:publisher>
<dc:rights>${escapeHtml(site.licence.name)}</dc:rights>
<dc:description>${escapeHtml(description)}</dc:description>
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
export function navigation(parts: readonly BookPart[]): ElementContent[] {
  const entry = ({ name, title, sections }: BookPart) =>
    h('li', [
      h('a', { href: `${name}.xhtml` }, title),
      ...(sections.length > 0
        ? [
            h(
              'ol',
              sections.map(({ id, text }) =>
                h('li', h('a', { href: `${name}.xhtml#${id}` }, text)),
              ),
            ),
          ]
        : []),
    ]);
  return [
    h('nav', { 'epub:type': 'toc', id: 'toc', role: 'doc-toc' }, [
      h('h1', t('site.contents')),
      h('ol', parts.map(entry)),
    ]),
    h('nav', { 'epub:type': 'landmarks', hidden: true, ariaLabel: t('editions.landmarks') }, [
      h('ol', [
        h('li', h('a', { 'epub:type': 'toc', href: 'nav.xhtml' }, t('site.contents'))),
        h(
          'li',
          h(
            'a',
            { 'epub:type': 'bodymatter', href: `${parts[1]?.name ?? ''}.xhtml` },
            t('editions.start'),
          ),
        ),
        ...parts.flatMap(({ name, title }) =>
          kindOf(name) === 'chapter'
            ? []
            : [h('li', h('a', { 'epub:type': kindOf(name), href: `${name}.xhtml` }, title))],
        ),
      ]),
    ]),
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
