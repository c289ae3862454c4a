import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';

/** Selectors of an article's text blocks, and of interactive or separate content that is not part of it. */
const parts = 'h2, h3, h4, p, li, th, td, dt, dd, summary, figcaption';
const excluded = '.sb-supplemental, astro-island, form, dialog, nav, template, [popover], [hidden]';

/** HTML of a page of dist/ by its path, such as "/faq/". */
export function readPage(path: string): string {
  return readFileSync(path.endsWith('/') ? `dist${path}index.html` : `dist${path}`, 'utf8');
}

/** The text blocks of a page's article that another form of it lacks, each with its first words. */
export function findMissingParts(
  html: string,
  other: { headings: string[]; text: string },
): string[] {
  const headings = new Set(other.headings.map(removeSpace));
  const text = removeSpace(other.text);
  return [...documentOf(html).querySelectorAll(`.sb-prose :is(${parts}), .sb-page-notes p`)]
    .filter((element) => !element.closest(excluded))
    .map(({ tagName, textContent }) => ({ tagName, words: removeSpace(textContent ?? '') }))
    .filter(({ tagName, words }) =>
      /^H\d$/.test(tagName) ? !headings.has(words) : !text.includes(words),
    )
    .map(({ tagName, words }) => `${tagName}: ${words.slice(0, 60)}`);
}

/** Parses HTML into a DOM document. */
export function documentOf(html: string): Document {
  return parseHTML(html).document as unknown as Document;
}

function removeSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
