import { toString } from 'mdast-util-to-string';
import { markdownToMdast, mdxToMdast } from 'satteri';
import { visitParents } from 'unist-util-visit-parents';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Root } from 'mdast';
import GithubSlugger from 'github-slugger';
import { splitIds } from '../../features/citations/model/print/cluster.ts';
import type { DataCitation } from '../../features/citations/model/data-citations.ts';

/** A section of a page: what follows a heading, or the text above the first one. */
export interface Section {
  /** Anchor of the heading; empty for the text above the first one. */
  slug: string;
  /** Heading text. */
  text: string;
  /** Level of the heading, from 2; 1 for the text above the first one. */
  depth: number;
}

/** A component used on a page, and where. */
export interface ComponentUse {
  /** Name as imported, such as "Cite". */
  name: string;
  /** Attributes written as plain strings; a bare attribute is "". */
  props: Record<string, string>;
  /** Line in the file's body, from 1. */
  line: number;
  section: Section;
  /** Numbers of the citations inside it, and of those it shows from data files. */
  citations: number[];
}

/** A citation on a page, numbered in reading order from 1. One from a data file is where its component is. */
export interface PageCitation {
  number: number;
  ids: string[];
  /** Name of the component: "Cite", or one that shows citations from data files. */
  component: string;
  props: Record<string, string>;
  line: number;
  section: Section;
}

/** Sections, components and citations of a page, read from its MDX without rendering it. */
export interface PageOutline {
  sections: Section[];
  uses: ComponentUse[];
  citations: PageCitation[];
}

/**
 * Parses a page's text, with or without front matter, with the processor that renders it.
 * @throws Error when MDX does not parse; Markdown always does.
 */
export function parsePage(text: string, syntax: 'mdx' | 'md' = 'mdx'): Root {
  return (syntax === 'mdx' ? mdxToMdast(text) : markdownToMdast(text)) as Root;
}

/** Returns the citations that a component takes from data files, by its name and attributes. */
export type DataCitationsOf = (component: string, props: Record<string, string>) => DataCitation[];

/** The outline of a parsed page. Without `citationsOf` it has only the citations in the page's own text. */
export function outlineOf(root: Root, citationsOf: DataCitationsOf = () => []): PageOutline {
  const slugger = new GithubSlugger();
  let section: Section = { slug: '', text: '', depth: 1 };
  const outline: PageOutline = { sections: [], uses: [], citations: [] };
  const useOf = new Map<object, ComponentUse>();

  visitParents(root, (node, ancestors) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'heading') {
      // A component at the end of a heading, which the checks report, leaves a trailing space.
      const text = toString(node).trim();
      section = { slug: slugger.slug(text), text, depth: node.depth };
      outline.sections.push(section);
    } else if (isComponent(node)) {
      const { props } = readProps(node);
      const around = ancestors.flatMap((ancestor) => useOf.get(ancestor) ?? []);
      const use: ComponentUse = {
        name: node.name ?? '',
        props,
        line,
        section,
        citations: [],
      };
      useOf.set(node, use);
      outline.uses.push(use);
      const isCite = use.name === 'Cite';
      const cited: DataCitation[] = isCite
        ? [{ ids: splitIds(props['id'] ?? '') }]
        : citationsOf(use.name, props);
      for (const { ids, section: own = section } of cited) {
        const number = outline.citations.length + 1;
        outline.citations.push({
          number,
          ids,
          component: use.name,
          props: isCite ? props : { id: ids.join(' ') },
          line,
          section: own,
        });
        for (const outer of [...around, use]) outer.citations.push(number);
      }
    }
  });
  return outline;
}

/** A JSX element in MDX: a component, or HTML written as a tag. */
export type Component = MdxJsxFlowElement | MdxJsxTextElement;

/** Whether a node of a page is a JSX element. */
export function isComponent(node: { type: string }): node is Component {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Plain-text attributes in `props`, and in `code` the names of those written as `{code}`, "…" for a spread. */
export function readProps(node: Component): { props: Record<string, string>; code: string[] } {
  const props: Record<string, string> = {};
  const code: string[] = [];
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') code.push('…');
    // The value of a bare attribute is null.
    else if (typeof attribute.value === 'string' || !attribute.value)
      props[attribute.name] = attribute.value ?? '';
    else code.push(attribute.name);
  }
  return { props, code };
}
