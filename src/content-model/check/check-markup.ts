import type { Problem } from '../model/problem.ts';
import type { Site, SitePage } from './read-site.ts';
import type { Markup } from './read-markup.ts';

/** Headings out of order, images without words, HTML by hand, and code in prose. */
export function checkMarkup({ pages }: Site): Problem[] {
  return pages.flatMap((page) =>
    page.markup ? [...checkHeadings(page, page.markup), ...checkRest(page, page.markup)] : [],
  );
}

function checkHeadings({ file }: SitePage, { headings }: Markup): Problem[] {
  const seen = new Map<string, number>();
  let before = 1;
  return headings.flatMap(({ depth, text, line }): Problem[] => {
    const last = before;
    before = depth;
    const at = (message: string, hint: string) => [{ file, line, message, hint }];
    if (text === '') return at('The heading is empty.', 'Give it words, or take its # away.');
    if (depth === 1)
      return at(
        `“${text}” is a main title, and a page’s main title is its "title" above.`,
        'Write ## for a section.',
      );
    if (depth > last + 1)
      return at(
        `“${text}” skips a level: it has ${String(depth)} # and the heading above it has ${last === 1 ? 'none' : String(last)}.`,
        `Write ${'#'.repeat(last + 1)}.`,
      );
    const twin = seen.get(text.toLowerCase());
    seen.set(text.toLowerCase(), line);
    if (twin !== undefined)
      return at(
        `“${text}” is also the heading on line ${String(twin)}, so that links cannot tell them apart.`,
        'Word one of them differently.',
      );
    return [];
  });
}

function checkRest({ file }: SitePage, { images, html, expressions, braces }: Markup): Problem[] {
  return [
    ...images
      .filter(({ alt }) => alt === '')
      .map(({ url, line }) => ({
        file,
        line,
        message: `The image ${url} has no words for people who cannot see it.`,
        hint: 'Write them between the square brackets: ![what it shows](address).',
      })),
    ...html.map(({ tag, line }) => ({
      file,
      line,
      message: `<${tag}> is HTML written by hand.`,
      hint: 'Use Markdown or a component: HTML escapes the checks of style and accessibility.',
    })),
    ...expressions.map(({ component, attribute, line }) => ({
      file,
      line,
      message: `"${attribute}" of <${component}> is written as code.`,
      hint: 'Write plain text in straight quotes.',
    })),
    ...braces.map(({ line }) => ({
      file,
      line,
      message: 'Curly braces in prose are taken for code.',
      hint: 'Write \\{ and \\} for the signs themselves.',
    })),
  ];
}
