import type { Problem } from '../model/problem.ts';
import { nearest } from '../../lib/text/nearest.ts';
import type { Site, SitePage, Surroundings } from './read-site.ts';
import type { Markup } from './read-markup.ts';

/** Headings out of order, images without words, HTML by hand, and code in prose. */
export function checkMarkup({ pages, surroundings }: Site): Problem[] {
  return pages.flatMap((page) =>
    page.markup
      ? [
          ...checkHeadings(page, page.markup),
          ...checkRest(page, page.markup),
          ...findLostImages(page, page.markup, surroundings),
        ]
      : [],
  );
}

/** Images that would show nothing, and that end a build when its links are rewritten. */
function findLostImages(
  { file }: SitePage,
  { images }: Markup,
  { files }: Surroundings,
): Problem[] {
  if (!files) return [];
  return images
    .filter(({ url }) => !/^(https?|data):/.test(url) && !files.has(decodeURI(url)))
    .map(({ url, line }) => ({
      file,
      line,
      message: `There is no image ${url}.`,
      hint: url.startsWith('/')
        ? `Put the image at public${url}; or did you mean ${nearest(url, files, 1)[0] ?? 'another file of public/'}?`
        : 'Put it into public/ and write its address from there: public/boat.jpg is /boat.jpg.',
    }));
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

/** Components around words, and what is missing when there are none. */
const around: Record<string, string> = {
  KeyPoints: 'Write the points between its tags, each with a hyphen before it; or take it out.',
  Research: 'Write what was found between its tags, or take it out.',
  Try: 'Write what to do between its tags, or take it out.',
  Term: 'Write the word that readers see between its tags: <Term id="…">word</Term>.',
};

const misplacements: Record<Markup['misplaced'][number]['fault'], [string, string]> = {
  heading: [
    'A citation stands in a heading.',
    'Move it to the sentence below that needs it; a heading is also an entry of the contents and an address.',
  ],
  space: ['A citation touches the word before it.', 'Put a space between them.'],
  stop: [
    'A citation stands behind the full stop of its sentence.',
    'Write the full stop after it: words <Cite id="…" />.',
  ],
};

function checkRest(
  { file }: SitePage,
  { images, html, expressions, braces, empty, misplaced }: Markup,
): Problem[] {
  return [
    ...empty.flatMap(({ component, line }) => {
      const hint = around[component];
      return hint ? [{ file, line, message: `<${component}> has nothing in it.`, hint }] : [];
    }),
    ...misplaced.map(({ fault, line }) => {
      const [message, hint] = misplacements[fault];
      return { file, line, message, hint };
    }),
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
