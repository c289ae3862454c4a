import { existsSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { h } from 'hastscript';
import { siteFonts } from '../../../assets/fonts/site-fonts.ts';
import { formatPackage, formatXhtml, kindOf, navigation } from '../model/package.ts';
import { t } from '../../../lib/i18n/t.ts';
import { encodeAttribute } from '../../../lib/text/html.ts';
import { site as facts } from '../../../site/site.ts';
import type { BuiltSite } from '../../../build/built-site.ts';
import { drawPlainIcon } from '../../../site/facts.ts';
import { drawPng } from '../../../build/shared/draw-png.ts';
import { readBook, readBookStyles } from './book.ts';

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** The whole guide as an EPUB 3 book; parameters and errors as of `readBook`, with notes. */
export async function makeEpub(site: BuiltSite, src: string, date: string): Promise<Uint8Array> {
  const parts = readBook(site, src, date, true);
  const text: Record<string, string> = {
    'META-INF/container.xml': container,
    'book/package.opf': formatPackage(parts, date),
    'book/nav.xhtml': formatXhtml(t('site.contents'), navigation(parts)),
    'book/book.css': readBookStyles(src),
  };
  for (const { slug, title, body } of parts) {
    const kind = kindOf(slug);
    const section = h('section', { 'epub:type': kind, role: `doc-${kind}` }, body);
    text[`book/${slug}.xhtml`] = formatXhtml(title, slug === 'cover' ? body : [section]);
  }
  return zipSync(
    {
      // An EPUB is a ZIP whose first file, stored as it is, says that it is one.
      mimetype: [strToU8('application/epub+zip'), { level: 0 }],
      ...Object.fromEntries(Object.entries(text).map(([path, one]) => [path, strToU8(one)])),
      'book/cover.png': await drawPng(formatCover(src), 1200),
    },
    // ZIP keeps local time: noon by the parts of the date is the same in every time zone.
    { level: 6, mtime: new Date(`${date}T12:00`) },
  );
}

function formatCover(src: string): string {
  const own = `${src}content/drawings/icon.svg`;
  const icon = (existsSync(own) ? readFileSync(own, 'utf8') : drawPlainIcon(facts.colours)).replace(
    '<svg ',
    '<svg x="150" y="120" width="300" height="300" ',
  );
  const setWords = (y: number, size: number, text: string) =>
    `<text x="300" y="${String(y)}" font-size="${String(size)}" text-anchor="middle" font-family="${siteFonts.titles.name}" fill="${facts.colours.ink[0]}">${encodeAttribute(text)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 900"><rect width="600" height="900" fill="${facts.colours.paper[0]}"/>${icon}${setWords(560, 72, facts.name)}${setWords(620, 30, facts.tagline)}</svg>`;
}
