import { findRepeats, tellAt, type Problem, type Slip } from '../model/problem.ts';
import { nearest } from '../../lib/text/nearest.ts';
import type { Site, SitePage, Surroundings } from './read-site.ts';
import type { Markup } from './read-markup.ts';

/** Headings out of order, images without words, HTML by hand, and code in prose. */
export function checkMarkup({ pages, surroundings }: Site): Problem[] {
  return pages.flatMap((page) =>
    page.markup
      ? [...checkHeadings(page, page.markup), ...checkRest(page, page.markup, surroundings)]
      : [],
  );
}

function checkHeadings({ file }: SitePage, { headings }: Markup): Problem[] {
  const slips = headings.map(({ depth, text, line }, index) => {
    const before = headings[index - 1]?.depth ?? 1;
    return { file, line, text, slip: explainHeading(text, depth, before) };
  });
  const twins = findRepeats(
    slips.filter(({ slip }) => !slip),
    ({ text }) => text.toLowerCase(),
    ({ text }, first) => ({
      message: `“${text}” is also the heading on line ${String(first.line)}, so that links cannot tell them apart.`,
      hint: 'Word one of them differently.',
    }),
  );
  return [...slips.flatMap((heading) => tellAt(heading, heading.slip)), ...twins];
}

/** What is wrong with a heading, given the depth of the one above; 1 for none. */
function explainHeading(text: string, depth: number, before: number): Slip | undefined {
  if (text === '')
    return { message: 'The heading is empty.', hint: 'Give it words, or take its # away.' };
  if (depth === 1)
    return {
      message: `“${text}” is a main title, and a page’s main title is its "title" above.`,
      hint: 'Write ## for a section.',
    };
  if (depth <= before + 1) return undefined;
  return {
    message: `“${text}” skips a level: it has ${String(depth)} # and the heading above it has ${before === 1 ? 'none' : String(before)}.`,
    hint: `Write ${'#'.repeat(before + 1)}.`,
  };
}

/** Components around words, and what is missing when there are none. */
const around: Record<string, string> = {
  KeyPoints: 'Write the points between its tags, each with a hyphen before it; or take it out.',
  Research: 'Write what was found between its tags, or take it out.',
  Try: 'Write what to do between its tags, or take it out.',
  Term: 'Write the word that readers see between its tags: <Term id="…">word</Term>.',
};

const misplacements: Record<Markup['misplaced'][number]['fault'], Slip> = {
  heading: {
    message: 'A citation stands in a heading.',
    hint: 'Move it to the sentence below that needs it; a heading is also an entry of the contents and an address.',
  },
  space: {
    message: 'A citation touches the word before it.',
    hint: 'Put a space between them.',
  },
  stop: {
    message: 'A citation stands behind the full stop of its sentence.',
    hint: 'Write the full stop after it: words <Cite id="…" />.',
  },
};

/** What is wrong with an element of HTML. */
export function handWritten(tag: string): Slip {
  return {
    message: `<${tag}> is HTML written by hand.`,
    hint: 'Use Markdown or a component: HTML escapes the checks of style and accessibility.',
  };
}

/** What is wrong with braces in prose. */
export const braces: Slip = {
  message: 'Curly braces in prose are taken for code.',
  hint: 'Write \\{ and \\} for the signs themselves.',
};

function checkRest({ file }: SitePage, markup: Markup, { files }: Surroundings): Problem[] {
  const tell = <T extends { line: number }>(items: T[], find: (item: T) => Slip | undefined) =>
    items.flatMap((item) => tellAt({ file, line: item.line }, find(item)));
  return [
    ...tell(markup.empty, ({ component }) => {
      const hint = around[component];
      return hint ? { message: `<${component}> has nothing in it.`, hint } : undefined;
    }),
    ...tell(markup.misplaced, ({ fault }) => misplacements[fault]),
    ...tell(markup.images, ({ url, alt }) =>
      alt === ''
        ? {
            message: `The image ${url} has no words for people who cannot see it.`,
            hint: 'Write them between the square brackets: ![what it shows](address).',
          }
        : undefined,
    ),
    ...tell(markup.images, ({ url }) => findLostImage(url, files)),
    ...tell(markup.html, ({ tag }) => handWritten(tag)),
    ...tell(markup.expressions, ({ component, attribute }) => ({
      message: `"${attribute}" of <${component}> is written as code.`,
      hint: 'Write plain text in straight quotes.',
    })),
    ...tell(markup.braces, () => braces),
  ];
}

/** An image that would show nothing, and that ends a build when its links are rewritten. */
function findLostImage(url: string, files: Surroundings['files']): Slip | undefined {
  if (!files || /^(https?|data):/.test(url) || files.has(decodeURI(url))) return undefined;
  return {
    message: `There is no image ${url}.`,
    hint: url.startsWith('/')
      ? `Put the image at public${url}; or did you mean ${nearest(url, files, 1)[0] ?? 'another file of public/'}?`
      : 'Put it into public/ and write its address from there: public/boat.jpg is /boat.jpg.',
  };
}
