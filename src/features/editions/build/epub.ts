import { existsSync, readFileSync } from 'node:fs';
import type { ElementContent } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { h } from 'hastscript';
import { toXml } from 'xast-util-to-xml';
import { siteFonts } from '../../../assets/fonts/site-fonts.ts';
import type { BuildStep } from '../../../build/run-steps.ts';
import { drawPng } from '../../../build/shared/draw-png.ts';
import { t } from '../../../lib/i18n/t.ts';
import { findElement } from '../../../lib/text/hast.ts';
import { encodeAttribute, escapeHtml } from '../../../lib/text/html.ts';
import { drawDefaultIcon } from '../../../site/facts.ts';
import { site as facts } from '../../../site/site.ts';
import type { Chapter } from '../model/chapter.ts';
import { formatSize } from '../model/offers.ts';
import { bookTitle, readBook, readBookStyles } from './book.ts';
import { editionDate } from './editions.ts';
import { zip, type Files } from './zip.ts';

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** Build step: makes an EPUB 3 book with footnotes of the guide. It reads pages with root-relative links. */
export const book: BuildStep = {
  name: 'book',
  run: async ({ site, src }) => {
    const date = editionDate(src);
    const parts = readBook(site, src, date, true);
    const files: Files = new Map<string, string | Uint8Array>([
      ['mimetype', 'application/epub+zip'],
      ['META-INF/container.xml', container],
      ['book/package.opf', formatPackage(parts, date)],
      ['book/nav.xhtml', formatXhtml(t('site.contents'), navigation(parts))],
      ['book/book.css', readBookStyles(src)],
      ['book/cover.png', await drawPng(formatCover(src), 1200)],
    ]);
    for (const { slug, title, body } of parts) {
      const type = typeOf(slug);
      const section = h('section', { 'epub:type': type, role: `doc-${type}` }, body);
      files.set(`book/${slug}.xhtml`, formatXhtml(title, slug === 'cover' ? body : [section]));
    }
    const epub = zip(files, date);
    site.write(`editions/${facts.id}.epub`, epub);
    return `Made the book: ${formatSize(epub.length)}`;
  },
};

function formatCover(src: string): string {
  const iconFile = `${src}content/drawings/icon.svg`;
  const icon = (
    existsSync(iconFile) ? readFileSync(iconFile, 'utf8') : drawDefaultIcon(facts.colours)
  ).replace('<svg ', '<svg x="150" y="120" width="300" height="300" ');
  const drawText = (y: number, size: number, text: string) =>
    `<text x="300" y="${String(y)}" font-size="${String(size)}" text-anchor="middle" font-family="${siteFonts.titles.name}" fill="${facts.colours.ink[0]}">${encodeAttribute(text)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 900"><rect width="600" height="900" fill="${facts.colours.paper[0]}"/>${icon}${drawText(560, 72, facts.name)}${drawText(620, 30, facts.tagline)}</svg>`;
}

/** An XHTML file of the book. */
function formatXhtml(title: string, body: ElementContent[]): string {
  const tree = h('html', { xmlLang: facts.language, lang: facts.language, dir: facts.direction }, [
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

/** The `epub:type` of a chapter; with "doc-" before it, its ARIA role. */
function typeOf(slug: string): string {
  if (slug === facts.pages.glossary) return 'glossary';
  return slug === facts.pages.references ? 'bibliography' : 'chapter';
}

/**
 * The package document: metadata, manifest and spine. EPUB requires the property "svg" for files that
 * contain SVG. `date` is the edition's, as YYYY-MM-DD.
 */
function formatPackage(parts: readonly Chapter[], date: string): string {
  const items = parts.map(({ slug, body }) => {
    const svg = findElement({ type: 'root', children: body }, ({ tagName }) => tagName === 'svg');
    return `<item id="${slug}" href="${slug}.xhtml" media-type="application/xhtml+xml"${svg ? ' properties="svg"' : ''}/>`;
  });
  const [cover = '', ...rest] = parts.map(({ slug }) => slug);
  const order = [cover, 'nav', ...rest].map((slug) => `<itemref idref="${slug}"/>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${facts.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:${facts.id}:${date}</dc:identifier>
<dc:title>${escapeHtml(bookTitle)}</dc:title>
<dc:creator>${escapeHtml(facts.author)}</dc:creator>
<dc:language>${facts.language}</dc:language>
<dc:date>${date}</dc:date>
<dc:publisher>${escapeHtml(facts.publisher)}</dc:publisher>
<dc:rights>${escapeHtml(facts.licence.name)}</dc:rights>
<dc:description>${escapeHtml(facts.summary)}</dc:description>
<dc:subject>${escapeHtml(facts.subject)}</dc:subject>
<meta property="dcterms:modified">${date}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">readingOrder</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityFeature">longDescription</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">${escapeHtml(t('editions.accessibility'))}</meta>
<meta name="cover" content="cover-image"/>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/>
<item id="cover-image" href="cover.png" media-type="image/png" properties="cover-image"/>
${items.join('\n')}
</manifest>
<spine${facts.direction === 'rtl' ? ' page-progression-direction="rtl"' : ''}>
${order.join('\n')}
</spine>
</package>
`;
}

/** The navigation document: each chapter with its main headings, and landmarks. */
function navigation(parts: readonly Chapter[]): ElementContent[] {
  const item = (href: string, text: string, type?: string) =>
    h('li', h('a', { 'epub:type': type, href }, text));
  const chapters = parts.map(({ slug, title, sections }) => {
    const chapter = item(`${slug}.xhtml`, title);
    const below = sections.map(({ id, text }) => item(`${slug}.xhtml#${id}`, text));
    if (below.length > 0) chapter.children.push(h('ol', below));
    return chapter;
  });
  const lists = parts.filter(({ slug }) => typeOf(slug) !== 'chapter');
  const landmarks = [
    item('nav.xhtml', t('site.contents'), 'toc'),
    item(`${parts[1]?.slug ?? ''}.xhtml`, t('editions.start'), 'bodymatter'),
    ...lists.map(({ slug, title }) => item(`${slug}.xhtml`, title, typeOf(slug))),
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
