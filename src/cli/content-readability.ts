import { readFileSync } from 'node:fs';
import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import readability from 'text-readability';
import { readSite } from '../content-model/check/read-site.ts';
import { readContent, readReadingOrder } from '../content-model/build/read-content.ts';
import { site as guide } from '../site/site.ts';

/**
 * Flesch–Kincaid grades of the pages in the contents, in reading order, each with its limit. Reads the
 * built site.
 */
export function readGrades() {
  // The formula counts English syllables.
  if (!/^en\b/.test(guide.language)) return [];
  const { site } = readSite(readContent());
  const plain = new Map(
    site.pages.map(({ slug, frontMatter }) => [slug, frontMatter?.data['plain'] === true]),
  );
  return readReadingOrder().flatMap((slug) => {
    const text = readableProse(readFileSync(`dist/${slug}/index.html`, 'utf8'));
    const words = text.split(' ').length;
    // A few sentences around a list or a form are too short a sample.
    if (words < 100) return [];
    const grade = readability.fleschKincaidGrade(text);
    return [{ slug, grade, limit: plain.get(slug) ? 8 : 10, words }];
  });
}

/** Elements that are not running text: figures, quizzes, references, labels, grades, notes. */
const notProse =
  'figure, table, svg, script, style, template, form, button, [hidden], [popover], ' +
  '[data-pagefind-ignore], .sb-quiz-frame, .sb-references, .sb-label, .sb-claim-certainty, ' +
  '.sb-claim-numbers, .sb-certainty, .sb-ledger, .sb-cite-this, .sb-reader-note';

/**
 * The prose of a built page: paragraphs, list items and definitions, each ending with a punctuation mark,
 * without citations in brackets.
 */
export function readableProse(html: string): string {
  const main = select('.sb-prose', fromHtml(html));
  if (!main) return '';
  const find = (selector: string) => new Set<ElementContent>(selectAll(selector, main));
  const [skipped, blocks, cites] = [find(notProse), find('p, li, dd'), find('.sb-cite')];
  const textOf = (node: ElementContent): string => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element' || skipped.has(node)) return '';
    const text = node.children.map(textOf).join('');
    // A citation without brackets is part of the sentence.
    return cites.has(node) && text.startsWith('(') ? '' : text;
  };
  /** Texts of the innermost blocks at and below a node, in order. */
  const blocksOf = (node: ElementContent): string[] => {
    if (node.type !== 'element' || skipped.has(node)) return [];
    const inner = node.children.flatMap(blocksOf);
    return inner.length > 0 || !blocks.has(node) ? inner : [textOf(node)];
  };
  return blocksOf(main)
    .map((text) => text.replace(/\s+/g, ' ').replace(/ +(?=[.,;:!?)])/g, ''))
    .map((text) => text.trim())
    .filter((text) => /\p{L}/u.test(text))
    .map((text) => (/[.!?:]["”’)]?$/.test(text) ? text : `${text}.`))
    .join(' ');
}

// `npm run content:readability`: lists the school grade of each page of the built site, and its limit.
if (process.argv[1] === import.meta.filename) {
  const grades = readGrades();
  for (const { slug, grade, limit, words } of grades) {
    const mark = grade > limit ? '  too hard' : '';
    console.log(
      `${grade.toFixed(1).padStart(5)}  of ${String(limit).padStart(2)}  ${String(words).padStart(5)} words  /${slug}/${mark}`,
    );
  }
  process.exitCode = grades.some(({ grade, limit }) => grade > limit) ? 1 : 0;
}
