import type { Nodes, Parents } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nearest } from '../../lib/text/nearest.ts';
import { locate, mistake, type Mistake, type Problem } from '../model/problem.ts';
import { by, findDuplicates } from '../model/texts.ts';
import { isComponent, readProps, type Component } from '../model/read-page.ts';
import type { Markup } from './read-markup.ts';
import type { Site, SitePage } from './read-site.ts';

/** Wrong heading levels, images without alt text or file, raw HTML, misplaced citations, and code in prose. */
export function checkMarkup({ pages, surroundings: { files } }: Site): Problem[] {
  return pages.flatMap((page) => {
    const { file, markup } = page;
    if (!markup) return [];
    const missingImages = markup.images.map(({ url, line }) => ({
      line,
      mistake: checkImage(url, files),
    }));
    const mistakes = [...markup.mistakes, ...missingImages];
    return [
      ...mistakes.flatMap(({ line, mistake }) => locate({ file, line }, mistake)),
      ...checkHeadings(page, markup),
    ];
  });
}

function checkHeadings({ file }: SitePage, { headings }: Markup): Problem[] {
  const mistakes = headings.map(({ depth, text, line }, index) => {
    const before = headings[index - 1]?.depth ?? 1;
    return { file, line, text, mistake: explainHeading(text, depth, before) };
  });
  const wellPlaced = mistakes.filter(({ mistake }) => !mistake);
  const duplicates = findDuplicates(wellPlaced, by.lowText, ({ text }, first) => ({
    message: `“${text}” is also the heading on line ${String(first.line)}, so that links cannot distinguish them.`,
    hint: 'Word one of them differently.',
  }));
  return [...mistakes.flatMap((heading) => locate(heading, heading.mistake)), ...duplicates];
}

/** Explains a wrong heading, given the depth of the previous one (1 if none). */
function explainHeading(text: string, depth: number, before: number): Mistake | undefined {
  if (text === '')
    return mistake`The heading is empty.
      Give it words, or take its # away.`;
  if (depth === 1)
    return mistake`“${text}” is a main title, and a page’s main title is its "title" above.
      Write ## for a section.`;
  if (depth <= before + 1) return undefined;
  const above = before === 1 ? 'none' : before;
  return mistake`“${text}” skips a level: it has ${depth} # and the heading above it has ${above}.
    Write ${'#'.repeat(before + 1)}.`;
}

/** An image whose file is missing from public/, which would also fail the build. */
function checkImage(url: string, files: ReadonlySet<string> | undefined): Mistake | undefined {
  if (!files || /^(https?|data):/.test(url) || files.has(decodeURI(url))) return undefined;
  if (!url.startsWith('/'))
    return mistake`There is no image ${url}.
      Put it into public/ and write its address from there: public/boat.jpg is /boat.jpg.`;
  const [near = 'another file of public/'] = nearest(url, files, 1);
  return mistake`There is no image ${url}.
    Put the image at public${url}; or did you mean ${near}?`;
}

/** Mistakes in one node of a page, independent of the rest of it. */
export function checkNode(node: Nodes, ancestors: Parents[]): (Mistake | undefined)[] {
  if (node.type === 'image' && !node.alt?.trim())
    return [
      mistake`The image ${node.url} has no words for people who cannot see it.
        Write them between the square brackets: ![what it shows](address).`,
    ];
  // Comments are allowed.
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression')
    return /^\s*\/\*[^]*\*\/\s*$/.test(node.value) ? [] : [bracesInProse];
  if (!isComponent(node)) return [];
  const name = node.name ?? '';
  const hint = node.children.length === 0 ? emptyHints[name] : undefined;
  return [
    /^[a-z]/.test(name) ? explainHtml(name) : undefined,
    hint === undefined ? hint : { message: `<${name}> has nothing in it.`, hint },
    name === 'Cite' ? findMisplaced(node, ancestors) : undefined,
    ...readProps(node).code.map((attribute) => ({
      message: `"${attribute}" of <${name}> is written as code.`,
      hint: 'Write plain text in straight quotes.',
    })),
  ];
}

/** Components that need content, with the hint for when they are empty. */
const emptyHints: Record<string, string> = {
  KeyPoints: 'Write the points between its tags, each with a hyphen before it; or take it out.',
  Research: 'Write what was found between its tags, or take it out.',
  Try: 'Write what to do between its tags, or take it out.',
  Term: 'Write the word that readers see between its tags: <Term id="…">word</Term>.',
};

/** Explains an HTML element in MDX. */
export function explainHtml(tag: string): Mistake {
  return mistake`<${tag}> is HTML written by hand.
    Use Markdown or a component: HTML escapes the checks of style and accessibility.`;
}

/** Explains braces in prose. */
export const bracesInProse: Mistake = mistake`Curly braces in prose are read as code.
  Write \\{ and \\} for the signs themselves.`;

/** A citation in a heading, directly after a word without a space, or after the full stop. */
function findMisplaced(cite: Component, ancestors: Parents[]): Mistake | undefined {
  if (ancestors.some(({ type }) => type === 'heading'))
    return mistake`A citation is in a heading.
      Move it to the sentence below that needs it; a heading is also an entry of the contents and an address.`;
  const siblings: Nodes[] = ancestors.at(-1)?.children ?? [];
  const index = siblings.indexOf(cite);
  const textOf = (node: Nodes | undefined) => (node ? toString(node) : '');
  const [before, after] = [textOf(siblings[index - 1]), textOf(siblings[index + 1])];
  if (/[\p{L}\p{N}]$/u.test(before))
    return mistake`A citation touches the word before it.
      Put a space between them.`;
  // A narrative citation may begin a sentence.
  const isNarrative = 'narrative' in readProps(cite).props;
  const isLast = /^\s*($|\n)/.test(after);
  if (isNarrative || !isLast || !/[\p{L}\p{N})][.!?] *$/u.test(before)) return undefined;
  return mistake`A citation is after the full stop of its sentence.
    Write the full stop after it: words <Cite id="…" />.`;
}
