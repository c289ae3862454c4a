import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';

/** What an article is made of; what answers to the reader or stands elsewhere is no part of it. */
const parts = 'h2, h3, h4, p, li, th, td, dt, dd, summary, figcaption';
const apart = '.sb-supplemental, astro-island, form, dialog, nav, template, [popover], [hidden]';

/** Text of a page of dist/ by its path, such as "/faq/". */
export function readPage(path: string): string {
  return readFileSync(path.endsWith('/') ? `dist${path}index.html` : `dist${path}`, 'utf8');
}

/** The parts of a page's article that another form of it lacks, each with its first words. */
export function findLost(html: string, kept: { headings: string[]; text: string }): string[] {
  const headings = new Set(kept.headings.map(squeeze));
  const text = squeeze(kept.text);
  return [...documentOf(html).querySelectorAll(`.sb-prose :is(${parts}), .sb-page-notes p`)]
    .filter((element) => !element.closest(apart))
    .map(({ tagName, textContent }) => ({ tagName, words: squeeze(textContent ?? '') }))
    .filter(({ tagName, words }) =>
      /^H\d$/.test(tagName) ? !headings.has(words) : !text.includes(words),
    )
    .map(({ tagName, words }) => `${tagName}: ${words.slice(0, 60)}`);
}

/** A document of HTML, as programs of the web's platform take it. */
export function documentOf(html: string): Document {
  return parseHTML(html).document as unknown as Document;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
