import type { Paragraph, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { splitIds } from '../../features/citations/model/print/cluster.ts';
import type { Mistake, Source } from '../model/problem.ts';
import { textsAt, type EntryText } from '../model/texts.ts';
import type { Site } from './read-site.ts';
import { containsFile } from '../collections.ts';
import { isComponent, parsePage, readProps } from '../model/read-page.ts';
import { checkNode } from './check-markup.ts';

/** Markup of a page that only the checks use; lines are 1-based. */
export interface Markup {
  headings: { depth: number; text: string; line: number }[];
  images: { url: string; line: number }[];
  links: { url: string; text: string; line: number }[];
  /** Components imported at the top: name and path as written. */
  imports: { name: string; path: string; line: number }[];
  /** Attributes of components that are not plain text, such as `id={…}`. */
  expressions: { component: string; attribute: string; line: number }[];
  /** HTML elements and comments in a file without components. */
  html: { tag: string; line: number }[];
  /** Text nodes as written in the source, with escapes. */
  texts: { raw: string; line: number }[];
  /** Mistakes in single nodes. */
  mistakes: { mistake: Mistake | undefined; line: number }[];
}

/** Collects a page's markup from its tree and the source it was parsed from. */
export function readMarkup(root: Root, source: string): Markup {
  const markup: Markup = {
    ...{ headings: [], images: [], links: [], imports: [] },
    ...{ expressions: [], html: [], texts: [], mistakes: [] },
  };
  visitParents(root, (node, ancestors) => {
    const line = node.position?.start.line ?? 1;
    markup.mistakes.push(...checkNode(node, ancestors).map((mistake) => ({ mistake, line })));
    if (node.type === 'heading') {
      markup.headings.push({ depth: node.depth, text: toString(node).trim(), line });
    } else if (node.type === 'text') {
      const { start, end } = node.position ?? {};
      markup.texts.push({ raw: source.slice(start?.offset, end?.offset), line });
    } else if (node.type === 'image') {
      markup.images.push({ url: node.url, line });
    } else if (node.type === 'link') {
      markup.links.push({ url: node.url, text: toString(node).trim(), line });
    } else if (node.type === 'html') {
      markup.html.push({ tag: /^<\/?([a-z][\w-]*)/i.exec(node.value)?.[1] ?? '!--', line });
    } else if (node.type === 'mdxjsEsm') {
      markup.imports.push(...readImports(node.value, line));
    } else if (isComponent(node)) {
      const component = node.name ?? '';
      for (const attribute of readProps(node).code)
        markup.expressions.push({ component, attribute, line });
    }
  });
  return markup;
}

function readImports(code: string, start: number): Markup['imports'] {
  return code.split('\n').flatMap((text, index) => {
    const match = /^import\s+(?:\{\s*)?(\w+)(?:\s*\})?\s+from\s+['"]([^'"]+)['"]/.exec(text);
    return match?.[1] && match[2] ? [{ name: match[1], path: match[2], line: start + index }] : [];
  });
}

/** A sentence of prose: one line of the source, as authors write it. */
export interface Sentence {
  /** Plain text without citations. */
  text: string;
  /** Works cited in it. */
  works: string[];
  /** Works cited in its paragraph, including this sentence. */
  nearby: string[];
  line: number;
}

/** Every sentence in paragraphs and list items, inside components too; tables and headings are not prose. */
export function readSentences(root: Root): Sentence[] {
  const sentences: Sentence[] = [];
  visitParents(root, 'paragraph', (paragraph) => void sentences.push(...split(paragraph)));
  return sentences;
}

function split(paragraph: Paragraph): Sentence[] {
  const start = paragraph.position?.start.line ?? 1;
  const lines: Pick<Sentence, 'text' | 'works'>[] = [{ text: '', works: [] }];
  const add = (text: string) => {
    const [first = '', ...rest] = text.split('\n');
    const last = lines.at(-1);
    if (last) last.text += first;
    lines.push(...rest.map((next) => ({ text: next, works: [] })));
  };
  const read = (node: RootContent) => {
    if (node.type === 'mdxJsxTextElement' && node.name === 'Cite') {
      lines.at(-1)?.works.push(...splitIds(readProps(node).props['id'] ?? ''));
    } else if ('children' in node) node.children.forEach(read);
    else if ('value' in node && typeof node.value === 'string') add(node.value);
  };
  paragraph.children.forEach(read);
  const nearby = [...new Set(lines.flatMap(({ works }) => works))];
  return lines.map(({ text, works }, index) => ({
    // Remove the space that a citation before punctuation leaves.
    text: text.replace(/ +(?=[.,;:)]($|\s))/g, '').trim(),
    works,
    nearby,
    line: start + index,
  }));
}

/** A piece of prose and where it is. */
export type Prose = Pick<EntryText, 'file' | 'line' | 'text'>;

/** Data fields with ids, names or quoted words, which are not checked as prose. */
const nonProseFields = new Set(
  (
    'id page pages section sections work works references sources see ' +
    'kind certainty confidence figures topics aliases doubts seen tags slug'
  ).split(' '),
);

/** All prose that readers see: sentences of pages and terms, headings, and data fields. */
export function collectProse(site: Site, sources: Source[]): Prose[] {
  const texts = textsOf(site, sources).flatMap(({ path, text }) =>
    readSentences(parsePage(text, 'md')).map((sentence) => ({ file: path, ...sentence })),
  );
  const pages = site.pages.flatMap(({ file, sentences = [], markup }) =>
    [...sentences, ...(markup?.headings ?? [])].map(({ text, line }) => ({ file, text, line })),
  );
  return [...pages, ...texts, ...collectFields(site)];
}

/** Files of collections with Markdown below the front matter. */
export function textsOf({ collections }: Site, sources: Source[]): Source[] {
  const texts = collections.filter(({ collection }) => collection.shape === 'text');
  return sources.filter(({ path }) =>
    texts.some(({ collection }) => containsFile(collection, path.replace('src/content/', ''))),
  );
}

/** Prose in fields of data and front matter. */
export function collectFields({ pages, collections }: Site): Prose[] {
  const prose = collections.filter(({ collection }) => collection.isProse);
  const entries = [
    ...pages.flatMap(({ frontMatter }) => frontMatter ?? []),
    ...prose.flatMap(({ entries = [] }) => entries),
  ];
  return textsAt(entries, '**').filter(
    ({ path }) => !path.some((key) => nonProseFields.has(String(key))),
  );
}
